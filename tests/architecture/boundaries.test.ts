import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { projectRoot } from './project-files'

const server = `import 'server-only'\n`

/** Each file breaks the one rule it is listed under. The rest of the tree breaks none. */
const planted: Record<string, Record<string, string>> = {
  'lib-knows-no-screens': { 'lib/tasks/draws.ts': `import '@/components/tasks/list'` },
  'components-know-no-routes': { 'components/tasks/reaches.ts': `import '@/app/worklist/filters'` },
  'screens-hold-no-database': { 'app/worklist/queries-itself.ts': `import '@/lib/platform/database'` },
  'internal-is-internal': { 'lib/patients/pries.ts': `${server}import '@/lib/tasks/internal/due'` },
  'anywhere-files-run-anywhere': {
    'lib/tasks/task.ts': `import { redirect } from 'next/navigation'\nvoid redirect`,
  },
  'anywhere-files-use-no-node': {
    'lib/tasks/reads-file.ts': `import { readFileSync } from 'node:fs'\nvoid readFileSync`,
  },
  'rules-stay-pure': { 'lib/tasks/rules.ts': `${server}import './queries'` },
  'no-cycles': {
    'lib/tasks/there.ts': `import { back } from './back'\nexport const there = back`,
    'lib/tasks/back.ts': `import { there } from './there'\nexport const back = there`,
  },
  'tests-are-for-tests': { 'lib/tasks/cheats.ts': `import '@/tests/factories/task'` },
  'demo-data-takes-factories-alone': { 'prisma/demo/people.ts': `import '@/tests/support/database'` },
  'primitives-know-no-domain': { 'components/nhs/knows.ts': `import '@/lib/tasks/status-words'` },
  'primitives-know-no-feature': { 'components/nhs/uses.ts': `import '@/components/tasks/list'` },
  'domains-use-the-front-door': { 'lib/patients/judges.ts': `${server}import '@/lib/tasks/policy'` },
  'foundations-know-no-domain': { 'lib/platform/leans.ts': `import '@/lib/tasks/status'` },
  'value-types-know-no-platform': { 'lib/nhs/leans.ts': `import '@/lib/platform/clock'` },
  'operations-come-last': { 'app/starts.ts': `import '@/lib/operations/start'` },
  'ships-without-development-packages': { 'lib/tasks/tries.ts': `import { test } from 'vitest'\nvoid test` },
  'every-import-resolves': { 'lib/tasks/lost.ts': `import './nowhere'` },
}

const sound: Record<string, string> = {
  'app/worklist/filters.ts': `import '@/components/tasks/list'\nimport '@/lib/tasks/queries'`,
  'components/tasks/list.ts': `import '@/components/nhs/tag'\nimport '@/lib/tasks/status'`,
  'components/nhs/tag.ts': `import '@/lib/tasks/status'\nimport '@/lib/platform/form-state'`,
  'lib/tasks/status.ts': `export const status = 1`,
  'lib/tasks/status-words.ts': `export const words = 1`,
  'lib/tasks/policy.ts': `${server}import './internal/due'`,
  'lib/tasks/internal/due.ts': `export const due = 1`,
  'lib/tasks/queries.ts': `${server}import '@/lib/platform/database'\nimport '@/lib/patients/queries'\nimport '@/lib/access/policy'`,
  'lib/patients/queries.ts': `${server}import { readFileSync } from 'node:fs'\nvoid readFileSync`,
  'lib/patients/ages.ts': `import type { There } from './dates'\nexport type Here = There`,
  'lib/patients/dates.ts': `import type { Here } from './ages'\nexport type There = Here`,
  'lib/access/policy.ts': `export const policy = 1`,
  'lib/platform/database.ts': server,
  'lib/platform/clock.ts': `import '@/lib/nhs/instant'`,
  'lib/platform/form-state.ts': `export const state = 1`,
  'lib/nhs/instant.ts': `export const instant = 1`,
  'lib/operations/start.ts': `import '@/lib/tasks/queries'`,
  'prisma/demo/patients.ts': `import '@/tests/factories/task'`,
  'tests/factories/task.ts': `import '@/lib/tasks/status'`,
  'tests/support/database.ts': `import '@/lib/tasks/internal/due'`,
}

const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
})

let violations: { from: string; rule: { name: string } }[] = []
const tree = mkdtempSync(path.join(tmpdir(), 'boundaries-'))

beforeAll(() => {
  const files = { ...sound, ...(Object.assign({}, ...Object.values(planted)) as Record<string, string>) }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.join(tree, path.dirname(name)), { recursive: true })
    writeFileSync(path.join(tree, name), `${text}\nexport {}\n`)
  }
  for (const name of ['node_modules', 'package.json', 'tsconfig.json'])
    symlinkSync(path.join(projectRoot, name), path.join(tree, name))
  const config = path.join(projectRoot, 'lib/operations/dependency-cruiser.cjs')
  const cruiser = path.join(projectRoot, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const folders = ['app', 'components', 'lib', 'prisma', 'tests']
  const options = { cwd: tree, encoding: 'utf8', maxBuffer: 64_000_000 } as const
  const output = execFileSync(
    process.execPath,
    [cruiser, '--config', config, '--output-type', 'json', ...folders],
    options,
  )
  violations = report.parse(JSON.parse(output)).summary.violations
})

afterAll(() => rmSync(tree, { recursive: true, force: true }))

describe('boundaries', () => {
  it.each(Object.entries(planted))('%s is found where it is broken', (rule, files) => {
    const places = violations.filter((violation) => violation.rule.name === rule).map(({ from }) => from)
    expect(places.length).toBeGreaterThan(0)
    expect(places.filter((place) => !(place in files))).toEqual([])
  })

  it('leave alone what keeps to them', () => {
    expect(violations.filter(({ from }) => from in sound)).toEqual([])
  })
})
