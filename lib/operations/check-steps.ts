import type { Step } from './test-steps'

/** Files that did not change since they were found good are not looked at again. */
function cached(tool: string): string[] {
  return ['--cache', '--cache-strategy=content', `--cache-location=node_modules/.cache/${tool}/results`]
}

/** Makes what the compiler needs and git does not hold: the types of routes and of Next itself. */
export const routeTypes: Step = { name: 'route types', tool: ['next', 'next', 'typegen'] }

/** What can be said without running the service. */
export const staticSteps: readonly Step[] = [
  { name: 'types', tool: ['typescript', 'tsc', '--noEmit'] },
  {
    name: 'lint',
    tool: [
      'eslint',
      'eslint',
      '--config',
      'lib/operations/eslint.config.mjs',
      '--max-warnings=0',
      ...cached('eslint'),
      '.',
    ],
  },
  {
    name: 'formatting',
    tool: ['prettier', 'prettier', '--check', '--log-level=warn', ...cached('prettier'), '.'],
  },
  {
    name: 'boundaries',
    tool: [
      'dependency-cruiser',
      'depcruise',
      ...['--config', 'lib/operations/dependency-cruiser.cjs'],
      ...['app', 'components', 'lib', 'prisma', 'tests'],
    ],
  },
  { name: 'dead code', tool: ['knip', 'knip'] },
]

const vitest = ['run', '--config', 'tests/vitest.config.ts'] as const

/** Rules, without a database. */
export const unitStep: Step = {
  name: 'unit tests',
  tool: ['vitest', 'vitest', ...vitest, '--project=unit'],
  report: 'vitest',
}

/** Access, commands, queries and crashes, on a real Postgres. */
export const databaseStep: Step = {
  name: 'database tests',
  tool: ['vitest', 'vitest', ...vitest, '--project=database', '--project=crash'],
  report: 'vitest',
}

/** Every page and action against strangers, and the web server killed while it writes, on the built service. */
export const builtStep: Step = {
  name: 'tests of the build',
  tool: ['vitest', 'vitest', ...vitest, '--project=built'],
  report: 'vitest',
}

/** Whole tasks of people, in a real browser, on the built service. */
export const journeysStep: Step = {
  name: 'journeys',
  tool: [
    '@playwright/test',
    'playwright',
    'test',
    '--config',
    'tests/playwright.config.ts',
    '--reporter=list,json',
  ],
  report: 'playwright',
}
