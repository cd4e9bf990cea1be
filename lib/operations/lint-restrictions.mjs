// What files may import and say. A rule set in two places is replaced, not merged, so each place names what it is allowed and gets the rest.

const CLOCK = 'Only lib/platform/clock.ts reads the time. Take it as an argument, or from the clock.'
const ENVIRONMENT = 'Only lib/platform/env.ts reads the environment. Import the parsed setting from there.'

const importRestrictions = {
  nextAuth: {
    group: ['next-auth', 'next-auth/*'],
    message: 'Only lib/accounts knows how people log in. Take the actor from requireActor().',
  },
  prismaClient: {
    group: [
      '@prisma/client',
      '@prisma/client/*',
      '@prisma/adapter-pg',
      '**/prisma-client/*',
      '!**/prisma-client/enums',
    ],
    message: 'Pages and components hold no queries. Call a query or command of the domain in lib.',
  },
  pg: {
    group: ['pg', 'pg-*'],
    message:
      'Only lib/platform and lib/operations speak to Postgres directly. Go through asActor or a query.',
  },
  graphileWorker: {
    group: ['graphile-worker', 'graphile-worker/*'],
    message: 'Only lib/operations runs jobs. A command adds a job through lib/platform, in its transaction.',
  },
  unsafeTransaction: {
    group: ['**/platform/database'],
    importNames: ['unsafeTransaction', 'unsafeJobTransaction'],
    message: 'A transaction without an actor sees nothing. Use asActor, or hotRead.',
  },
  pools: {
    group: ['**/platform/database-pools'],
    importNames: ['appPool', 'prismaPool', 'authPool', 'jobPool'],
    message: 'A connection without an actor sees nothing. Use asActor, or hotRead.',
  },
  pino: { group: ['pino', 'pino/*'], message: 'Use the logger of lib/platform: it redacts.' },
}

const syntaxRestrictions = {
  clock: [
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: CLOCK,
    },
    {
      selector: "CallExpression[callee.name='Date']",
      message: CLOCK,
    },
    {
      selector: "MemberExpression[object.name='Date'][property.name='now']",
      message: CLOCK,
    },
  ],
  environment: [
    {
      selector: "MemberExpression[object.name='process'][property.name='env']",
      message: ENVIRONMENT,
    },
    {
      selector: "ImportDeclaration[source.value=/^(node:)?process$/] ImportSpecifier[imported.name='env']",
      message: ENVIRONMENT,
    },
  ],
  markup: [
    {
      selector:
        "JSXAttribute[name.name='dangerouslySetInnerHTML'], Property[key.name='dangerouslySetInnerHTML']",
      message: 'Only components/nhs/trusted-markup.tsx sets markup, and only markup that is ours.',
    },
  ],
  construction: [
    {
      selector: "NewExpression[callee.name='PrismaClient']",
      message: 'Only lib/platform/database.ts makes a client. Use asActor, or the client it exports.',
    },
  ],
  json: [
    {
      selector: [
        "CallExpression[callee.object.name='JSON'][callee.property.name='parse']",
        ':not(.arguments)',
        ":not(VariableDeclarator[id.typeAnnotation.typeAnnotation.type='TSUnknownKeyword'] > *)",
        ":not(TSAsExpression[typeAnnotation.type='TSUnknownKeyword'] > *)",
        ":not(ArrowFunctionExpression[returnType.typeAnnotation.type='TSUnknownKeyword'] > *)",
      ].join(''),
      message: 'What JSON holds is unknown: hand it straight to a zod schema, or keep it as unknown.',
    },
  ],
  exports: [
    {
      selector: 'ExportDefaultDeclaration',
      message: 'Named exports, save where Next demands a default.',
    },
    { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that holds the thing.' },
  ],
}

/** The import restrictions, save those named. */
export function importsBut(...allowed) {
  const patterns = Object.entries(importRestrictions)
    .filter(([name]) => !allowed.includes(name))
    .map(([, restriction]) => restriction)
  return { 'no-restricted-imports': ['error', { patterns }] }
}

/** The syntax restrictions, save those named. */
export function syntaxBut(...allowed) {
  const restrictions = Object.entries(syntaxRestrictions)
    .filter(([name]) => !allowed.includes(name))
    .flatMap(([, restriction]) => restriction)
  return { 'no-restricted-syntax': ['error', ...restrictions] }
}
