import { ESLint, type Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import { projectRoot } from './project-files'

/** Planted files are not on disk, so their types cannot be read: the rules that need types are left to the real run. */
const withoutTypes: Linter.Config = {
  files: ['**/*.{ts,tsx}'],
  languageOptions: { parserOptions: { projectService: false } },
  rules: {
    '@typescript-eslint/no-floating-promises': 'off',
    '@typescript-eslint/no-misused-promises': 'off',
    '@typescript-eslint/await-thenable': 'off',
  },
}

const eslint = new ESLint({
  cwd: projectRoot,
  overrideConfigFile: 'lib/operations/eslint.config.mjs',
  overrideConfig: withoutTypes,
})

async function broken(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath })
  return (result?.messages ?? [])
    .filter(({ severity }) => severity === 2)
    .map(({ ruleId }) => ruleId ?? 'syntax')
}

const lines = (count: number) =>
  Array.from({ length: count }, (_, line) => `export const line${line} = ${line}`).join('\n')
const nested = 'export function f(a: number) { if (a) { for (;;) { while (a) { if (a > 1) return } } } }'
const branches = `export function f(a: number) { ${Array.from({ length: 12 }, (_, n) => `if (a === ${n}) return ${n}`).join('\n')} }`
const longFunction = (count: number) => `export function F() {\n${'  void 0\n'.repeat(count)}}`

describe('lint', () => {
  const refused: [path: string, code: string, rule: string][] = [
    [
      'lib/tasks/queries.ts',
      `import { getServerSession } from 'next-auth'\nvoid getServerSession`,
      'no-restricted-imports',
    ],
    [
      'app/(staff)/page.tsx',
      `import { Prisma } from '@/lib/platform/prisma-client/client'\nvoid Prisma`,
      'no-restricted-imports',
    ],
    [
      'components/nhs/tag.tsx',
      `import { Prisma } from '@prisma/client'\nvoid Prisma`,
      'no-restricted-imports',
    ],
    ['lib/tasks/queries.ts', `import { Pool } from 'pg'\nvoid Pool`, 'no-restricted-imports'],
    ['lib/tasks/queries.ts', `import { run } from 'graphile-worker'\nvoid run`, 'no-restricted-imports'],
    ['lib/tasks/queries.ts', `import pino from 'pino'\nvoid pino`, 'no-restricted-imports'],
    [
      'lib/tasks/queries.ts',
      `import { unsafeTransaction } from '@/lib/platform/database'\nvoid unsafeTransaction`,
      'no-restricted-imports',
    ],
    [
      'lib/tasks/queries.ts',
      `import { appPool } from '@/lib/platform/database-pools'\nvoid appPool`,
      'no-restricted-imports',
    ],
    ['lib/tasks/rules.ts', 'export const now = new Date()', 'no-restricted-syntax'],
    ['tests/unit/tasks/rules.test.ts', 'export const now = Date.now()', 'no-restricted-syntax'],
    ['lib/tasks/rules.ts', 'export const now = Date()', 'no-restricted-syntax'],
    ['lib/tasks/rules.ts', 'export const mode = process.env.MODE', 'no-restricted-syntax'],
    ['lib/tasks/rules.ts', `import { env } from 'node:process'\nvoid env`, 'no-restricted-syntax'],
    [
      'components/tasks/list.tsx',
      `export const List = () => <p dangerouslySetInnerHTML={{ __html: '' }} />`,
      'no-restricted-syntax',
    ],
    ['lib/tasks/rules.ts', `export const a = JSON.parse('1') as number`, 'no-restricted-syntax'],
    ['lib/tasks/rules.ts', `export const a: number = JSON.parse('1')`, 'no-restricted-syntax'],
    ['lib/tasks/rules.ts', 'export const client = new PrismaClient()', 'no-restricted-syntax'],
    ['lib/tasks/rules.ts', 'export default 1', 'no-restricted-syntax'],
    ['lib/tasks/rules.ts', `export * from './labels'`, 'no-restricted-syntax'],
    ['lib/tasks/rules.ts', 'export const a: any = 1', '@typescript-eslint/no-explicit-any'],
    ['lib/tasks/rules.ts', '// @ts-ignore\nexport const a = 1', '@typescript-eslint/ban-ts-comment'],
    ['lib/tasks/rules.ts', '// @ts-expect-error\nexport const a = 1', '@typescript-eslint/ban-ts-comment'],
    ['lib/tasks/rules.ts', `console.log('here')`, 'no-console'],
    ['lib/tasks/rules.ts', `export const a = 1 // ${'TO'}DO finish`, 'no-warning-comments'],
    ['lib/tasks/closeTask.ts', 'export const a = 1', 'unicorn/filename-case'],
    ['components/nhs/picture.tsx', `export const Picture = () => <img src="/a.png" />`, 'jsx-a11y/alt-text'],
    [
      'lib/tasks/rules.ts',
      'export function f(a: 1, b: 1, c: 1, d: 1, e: 1) { return [a, b, c, d, e] }',
      'max-params',
    ],
    ['lib/tasks/rules.ts', nested, 'max-depth'],
    ['lib/tasks/rules.ts', branches, 'complexity'],
    ['lib/tasks/rules.ts', longFunction(50), 'max-lines-per-function'],
    ['components/tasks/list.tsx', longFunction(100), 'max-lines-per-function'],
    ['app/(staff)/page.tsx', lines(121), 'max-lines'],
    ['app/(staff)/actions.ts', lines(81), 'max-lines'],
    ['lib/tasks/close-task.ts', lines(151), 'max-lines'],
    ['lib/tasks/policy.ts', lines(151), 'max-lines'],
    ['components/tasks/list.tsx', lines(201), 'max-lines'],
    ['lib/platform/clock.ts', lines(251), 'max-lines'],
    ['tests/unit/tasks/rules.test.ts', lines(401), 'max-lines'],
  ]

  it.each(refused.map(([path, code, rule]) => [rule, path, code] as const))(
    'refuses by %s in %s',
    async (rule, path, code) => {
      expect(await broken(path, code)).toEqual([rule])
    },
  )

  it('lets nobody switch a rule off where it bites', async () => {
    const disabled = `// ${'eslint'}-disable-next-line no-console\nconsole.log('here')`
    expect(await broken('lib/tasks/rules.ts', disabled)).toEqual(['no-console'])
  })

  it.each([
    ['lib/accounts/session.ts', `import { encode } from 'next-auth/jwt'\nvoid encode`],
    ['lib/tasks/queries.ts', `import { TaskKind } from '@/lib/platform/prisma-client/enums'\nvoid TaskKind`],
    [
      'lib/platform/database.ts',
      `import { Pool } from 'pg'\nvoid Pool\nexport const client = new PrismaClient()`,
    ],
    [
      'lib/operations/worker.ts',
      `import { run } from 'graphile-worker'\nvoid run\nconsole.log(process.env.HOME)`,
    ],
    [
      'components/tasks/list.tsx',
      `import type { TaskKind } from '@/lib/platform/prisma-client/enums'\nexport type Kind = TaskKind`,
    ],
    ['app/(staff)/patients/[patientId]/page.tsx', 'export default function Page() { return null }'],
    ['lib/platform/clock.ts', 'export const now = () => new Date()'],
    ['lib/platform/env.ts', 'export const mode = process.env.MODE'],
    ['lib/tasks/rules.ts', `export const day = new Date('2026-11-21')`],
    ['lib/tasks/rules.ts', `export const a = schema.parse(JSON.parse('1'))`],
    ['lib/tasks/rules.ts', `export const a: unknown = JSON.parse('1')`],
    ['lib/tasks/rules.ts', `export const read = (text: string): unknown => JSON.parse(text)`],
    [
      'components/nhs/trusted-markup.tsx',
      `export const Mark = () => <p dangerouslySetInnerHTML={{ __html: '' }} />`,
    ],
    ['app/(staff)/page.tsx', `export default function Page() { return <a href="/worklist">Worklist</a> }`],
    ['components/tasks/list.tsx', longFunction(98)],
    ['tests/unit/tasks/rules.test.ts', longFunction(300)],
    ['lib/needs-assessments/schema.ts', lines(250)],
  ])('takes what is right in %s', async (path, code) => {
    expect(await broken(path, code)).toEqual([])
  })
})
