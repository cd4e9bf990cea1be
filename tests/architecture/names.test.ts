import { describe, expect, it } from 'vitest'
import { nameProblems, readmeProblems } from './checks/names'
import { filesMatching, projectPaths } from './project-files'

const NOT_A_DOMAIN = ['nhs', 'platform', 'operations', 'interop', 'decisions']
const readmes = filesMatching(/^lib\/[^/]+\/README\.md$/)
const modules = [...new Set(projectPaths.flatMap((path) => /^lib\/([^/]+)\//.exec(path)?.[1] ?? []))]
const domains = modules.filter((name) => !NOT_A_DOMAIN.includes(name))

describe('names', () => {
  it('say what is inside', () => {
    expect(projectPaths.flatMap(nameProblems)).toEqual([])
  })

  it('of domains each have a page that explains them', () => {
    const problems = domains.flatMap((domain) =>
      readmeProblems(
        domain,
        readmes.find((readme) => readme.path === `lib/${domain}/README.md`),
      ),
    )
    expect(problems).toEqual([])
  })
})

describe('lib/README.md', () => {
  it('maps the modules that there are', () => {
    const [map] = filesMatching(/^lib\/README\.md$/)
    const rows = [...(map?.text.split('## Which way')[0] ?? '').matchAll(/^\| `([a-z-]+)`\s*\|/gm)].map(
      ([, name]) => name,
    )
    expect(rows.sort()).toEqual([...modules].sort())
  })
})

describe('the check of names', () => {
  it.each([
    'app/(staff)/patients/[patientId]/page.tsx',
    'app/api/auth/[...nextauth]/route.ts',
    'components/nhs/date-input.tsx',
    'lib/needs-assessments/README.md',
    'lib/decisions/0001-node-as-a-package.md',
    'lib/operations/eslint.config.mjs',
    'prisma/migrations/20261121200000_patients_and_teams/migration.sql',
    'prisma/reference/concern-catalogue/2026-11.json',
    'tests/data/pas-export.expected.json',
    'package-lock.json',
    '.ci/run',
  ])('takes %s', (path) => {
    expect(nameProblems(path)).toEqual([])
  })

  it.each([
    ['lib/tasks/index.ts', 'no index files'],
    ['components/nhs/index.tsx', 'no index files'],
    ['lib/utils/dates.ts', 'a name that says nothing'],
    ['lib/tasks/types.ts', 'a name that says nothing'],
    ['lib/tasks/constants.ts', 'a name that says nothing'],
    ['tests/helpers.ts', 'a name that says nothing'],
    ['lib/tasks/task-helpers.ts', 'split by meaning, not by size'],
    ['components/nhs/DateInput.tsx', 'not in kebab case'],
    ['lib/careTeams/rules.ts', 'not in kebab case'],
    ['lib/care_teams/rules.ts', 'not in kebab case'],
  ])('finds %s', (path, problem) => {
    expect(nameProblems(path)).toEqual([`${path}: ${problem}`])
  })

  it('finds a domain without its page, or with more than one', () => {
    expect(readmeProblems('tasks', undefined)).toEqual(['lib/tasks: has no README.md'])
    const long = { path: 'lib/tasks/README.md', text: 'line\n'.repeat(41) }
    expect(readmeProblems('tasks', long)).toEqual(['lib/tasks/README.md: 41 lines; 40 is one page'])
    expect(readmeProblems('tasks', { ...long, text: 'line\n'.repeat(40) })).toEqual([])
  })
})
