const { readFileSync, readdirSync, existsSync } = require('node:fs')
const path = require('node:path')

const notADomain = '(?:nhs|platform|operations|interop|decisions)'
const domain = `^lib/(?!${notADomain}/)[^/]+/`
const ownDomain = `^lib/(?!${notADomain}/)([^/]+)/`
const anotherDomain = `^lib/(?!${notADomain}/)(?!$1/)[^/]+/`
const theActor = '^lib/(?:accounts|access)/'

/** Every file of lib that declares itself for the server. The others of a domain run anywhere, the browser included. */
const serverFiles = pattern(
  filesBelow('lib').filter((file) => /^import 'server-only'/m.test(readFileSync(file, 'utf8'))),
)

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'lib-knows-no-screens',
      comment:
        'Domain code is called by pages; it never calls back. Return a view type and let the page draw it.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(?:app|components)/' },
    },
    {
      name: 'components-know-no-routes',
      comment:
        'What two routes draw moves to components; a component never reaches into a route. Pass it in.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^app/' },
    },
    {
      name: 'screens-hold-no-database',
      comment:
        'Access is decided in queries and commands, so pages and components never touch the client or asActor.',
      severity: 'error',
      from: { path: '^(?:app|components)/' },
      to: {
        path: [
          '^lib/platform/(?:prisma-client/(?!enums)|database)',
          '^lib/access/(?:as-actor|hot-read)',
          '(?:^|/)node_modules/(?:pg|@prisma)/',
        ],
      },
    },
    {
      name: 'internal-is-internal',
      comment:
        "A module's internal/ folder may change without notice: use its queries and commands, or move the piece out.",
      severity: 'error',
      from: { path: '^(lib/[^/]+|app|components|prisma)/' },
      to: { path: '^lib/[^/]+/internal/', pathNot: '^$1/internal/' },
    },
    {
      name: 'anywhere-files-run-anywhere',
      comment:
        "A file of a domain without import 'server-only' may reach the browser: no framework, no database, no Node. " +
        'Mark it server-only if it is for the server.',
      severity: 'error',
      from: {
        path: [domain, '^lib/nhs/', '^lib/platform/(?:form-state|reference-data|routes)\\.ts$'],
        pathNot: [serverFiles],
      },
      to: {
        path: [
          '(?:^|/)node_modules/(?:next|next-auth|react|react-dom|pg|@prisma|graphile-worker|@node-rs)/',
          '^lib/platform/prisma-client/(?!enums)',
          serverFiles,
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'anywhere-files-use-no-node',
      comment: "Node's own modules are not in the browser. Mark the file server-only, or hand the value in.",
      severity: 'error',
      from: {
        path: [domain, '^lib/nhs/', '^lib/platform/(?:form-state|reference-data|routes)\\.ts$'],
        pathNot: [serverFiles],
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rules-stay-pure',
      comment: 'Rules, schemas and labels decide from what they are given, so that a test needs no server.',
      severity: 'error',
      from: {
        path: ['^lib/[^/]+/(?:rules|schema|labels)\\.ts$', '^lib/[^/]+/[^/]+-(?:rules|schema|labels)\\.ts$'],
      },
      to: { path: serverFiles },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea or three. Types alone may point both ways.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'tests-are-for-tests',
      comment: 'Nothing that ships needs a test. Demo data alone shares the factories.',
      severity: 'error',
      from: { pathNot: '^(?:tests/|prisma/demo/)' },
      to: { path: '^tests/' },
    },
    {
      name: 'demo-data-takes-factories-alone',
      comment: 'Demo data is made by the factories of the tests, and by nothing else of theirs.',
      severity: 'error',
      from: { path: '^prisma/demo/' },
      to: { path: '^tests/', pathNot: '^tests/factories/' },
    },
    {
      name: 'primitives-know-no-domain',
      comment:
        'The design system draws what it is given. The states of a task and of a form are its only words.',
      severity: 'error',
      from: { path: '^components/nhs/' },
      to: { path: domain, pathNot: '^lib/tasks/status\\.ts$' },
    },
    {
      name: 'primitives-know-no-feature',
      comment: 'components/nhs is drawn on by the other components, never the other way round.',
      severity: 'error',
      from: { path: '^components/nhs/' },
      to: { path: '^components/(?!nhs/)' },
    },
    {
      name: 'domains-use-the-front-door',
      comment:
        'Another domain is used through its queries, commands, vocabulary and rules: its policy, form schemas and labels ' +
        'are its own business. Who the actor is, and what they may do, every domain may ask.',
      severity: 'error',
      from: { path: ownDomain },
      to: {
        path: [
          `${anotherDomain}(?:policy|schema|labels)\\.ts$`,
          `${anotherDomain}[^/]+-(?:policy|schema|labels)\\.ts$`,
        ],
        pathNot: theActor,
      },
    },
    {
      name: 'foundations-know-no-domain',
      comment: 'lib/platform and lib/nhs carry every domain, so they may lean on none.',
      severity: 'error',
      from: { path: '^lib/(?:platform|nhs)/' },
      to: { path: domain },
    },
    {
      name: 'value-types-know-no-platform',
      comment: 'lib/nhs holds pure value types: no database, no clock, no settings.',
      severity: 'error',
      from: { path: '^lib/nhs/' },
      to: { path: '^lib/(?!nhs/)' },
    },
    {
      name: 'operations-come-last',
      comment: 'Commands of the operator start the app; the app never starts them.',
      severity: 'error',
      from: { path: '^(?:app|components|lib/(?!operations/))' },
      to: { path: '^lib/operations/' },
    },
    {
      name: 'ships-without-development-packages',
      comment: 'What runs in production is in dependencies. Only checks and tests use devDependencies.',
      severity: 'error',
      from: {
        path: '^(?:app|components|lib|prisma)/',
        pathNot: [
          '^lib/operations/(?:eslint\\.config|dependency-cruiser)',
          '^lib/operations/(?:check|test|bench)',
        ],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'every-package-is-listed',
      comment: 'A package that package.json does not name can vanish with any install.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'every-import-resolves',
      comment: 'A path that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^lib/platform/prisma-client/'] },
    exclude: { path: ['^\\.next/', '^\\.data/', '^next-env'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
}

function filesBelow(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('prisma-client'),
    )
    .map((entry) => path.posix.join(entry.parentPath, entry.name))
}

/** A pattern that matches these files and nothing else; with no files, nothing. */
function pattern(files) {
  return files.length === 0 ? '(?!)' : `^(?:${files.map((file) => file.replaceAll('.', '\\.')).join('|')})$`
}
