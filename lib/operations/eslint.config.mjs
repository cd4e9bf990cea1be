import path from 'node:path'
import { defineConfig, globalIgnores } from 'eslint/config'
import next from 'eslint-config-next/core-web-vitals'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import unicorn from 'eslint-plugin-unicorn'
import tseslint from 'typescript-eslint'
import { importsBut, syntaxBut } from './lint-restrictions.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const code = ['**/*.{ts,tsx,mjs,cjs,js}']
const typescript = ['**/*.{ts,tsx}']
const drawn = ['app/**/*.tsx', 'components/**/*.tsx']
const source = [
  'app/**/*.{ts,tsx}',
  'components/**/*.{ts,tsx}',
  'lib/**/*.{ts,tsx}',
  'prisma/**/*.ts',
  '*.ts',
]
const tests = ['tests/**/*.{ts,tsx}']
const modulesThatAreNoDomain = ['lib/nhs/**', 'lib/platform/**', 'lib/operations/**', 'lib/interop/**']

function linesAtMost(max, files, ignores = []) {
  return { files, ignores, rules: { 'max-lines': ['error', { max }] } }
}

/** Warnings are errors. */
function asErrors(config) {
  const rules = Object.entries(config.rules ?? {}).map(([name, setting]) => {
    const [severity, ...options] = Array.isArray(setting) ? setting : [setting]
    return [name, severity === 'off' || severity === 0 ? 'off' : ['error', ...options]]
  })
  return { ...config, rules: Object.fromEntries(rules) }
}

export default defineConfig(
  globalIgnores([
    'node_modules/',
    '.next/',
    '.data/',
    'lib/platform/prisma-client/',
    'next-env.d.ts',
    'tests/.results/',
  ]),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  next.map(asErrors),
  tseslint.configs.recommended
    .map(asErrors)
    .map((config) => ({ ...config, files: config.files ?? typescript })),
  {
    files: drawn,
    rules: {
      ...jsxA11y.flatConfigs.strict.rules,
      // A component's own `role` may mean a member of staff's. The design system has "text", which VoiceOver alone knows.
      'jsx-a11y/aria-role': ['error', { ignoreNonDOM: true, allowedInvalidRoles: ['text'] }],
    },
  },
  {
    files: code,
    plugins: { unicorn },
    rules: {
      // Next names folders for parameters; tests/architecture looks at folders.
      'unicorn/filename-case': ['error', { case: 'kebabCase', checkDirectories: false }],
      complexity: ['error', 12],
      'max-params': ['error', 4],
      'max-depth': ['error', 3],
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
      'no-implicit-globals': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'import/no-anonymous-default-export': 'off',
      '@next/next/no-assign-module-variable': 'off',
      // A picture of ours is one file of one size; next/image would send a client component with it.
      '@next/next/no-img-element': 'off',
      // Rows of a table are plain anchors: no prefetch and no client component for each.
      '@next/next/no-html-link-for-pages': 'off',
    },
  },
  {
    files: typescript,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      // These three read types: they cost more than all the rest, and a promise nobody awaits outlives its transaction.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_$', argsIgnorePattern: '^_' }],
    },
  },

  // Who may import and do what
  { files: source, rules: { ...importsBut(), ...syntaxBut('exports') } },
  { files: ['lib/**/*.{ts,tsx}'], rules: { ...importsBut('prismaClient'), ...syntaxBut() } },
  { files: ['components/**/*.{ts,tsx}'], rules: syntaxBut() },
  { files: ['components/nhs/trusted-markup.tsx'], rules: syntaxBut('markup') },
  { files: ['lib/access/**'], rules: importsBut('prismaClient', 'unsafeTransaction', 'pools') },
  { files: ['lib/accounts/**'], rules: importsBut('prismaClient', 'nextAuth', 'pools') },
  {
    files: ['lib/platform/**'],
    rules: importsBut('prismaClient', 'pg', 'unsafeTransaction', 'pools', 'pino'),
  },
  { files: ['lib/platform/clock.ts'], rules: syntaxBut('clock') },
  { files: ['lib/platform/env.ts'], rules: syntaxBut('environment') },
  { files: ['lib/platform/database.ts'], rules: syntaxBut('construction') },
  {
    files: ['lib/operations/**'],
    rules: {
      ...importsBut('prismaClient', 'pg', 'graphileWorker', 'unsafeTransaction', 'pools', 'pino'),
      ...syntaxBut('environment'),
      'no-console': 'off',
    },
  },
  // Tool settings, and what runs before anything is installed: no zod yet.
  { files: ['lib/operations/**/*.{mjs,cjs}'], rules: syntaxBut('environment', 'exports', 'json') },
  { files: ['prisma/**/*.ts'], rules: { ...importsBut('prismaClient', 'pg'), ...syntaxBut() } },
  { files: ['next.config.*'], rules: syntaxBut('environment', 'exports') },
  { files: ['prisma/prisma.config.ts', 'tests/*.config.ts'], rules: syntaxBut('environment', 'exports') },
  {
    files: tests,
    rules: {
      ...importsBut('prismaClient', 'pg', 'graphileWorker', 'nextAuth', 'unsafeTransaction', 'pools'),
      ...syntaxBut('environment', 'exports', 'json', 'construction'),
      'max-lines-per-function': 'off',
    },
  },
  { files: ['tests/bench/**', 'tests/support/**'], rules: { 'no-console': 'off' } },

  // Sizes: the limit of each kind of file and of a drawn component
  {
    files: drawn,
    rules: { 'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }] },
  },
  linesAtMost(200, drawn),
  linesAtMost(120, ['app/**/page.tsx']),
  linesAtMost(80, ['app/**/actions.ts']),
  linesAtMost(
    150,
    ['lib/*/*.ts'],
    [...modulesThatAreNoDomain, '**/{schema,labels}.ts', '**/*-{schema,labels}.ts'],
  ),
  linesAtMost(400, tests),
)
