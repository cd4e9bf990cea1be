import { routeTypes, staticSteps, unitStep } from './check-steps'
import { runCommand } from './run-command'
import { supervise } from './supervise'
import { runStep, runTogether, summarise } from './test-steps'

const HELP = `
npm run check             the fast part of npm test: types, lint, formatting, boundaries, dead code and unit tests
`

await runCommand({
  help: HELP,
  run: async () => {
    let exitCode = 1
    await supervise(async (keep) => {
      const prepared = await runStep(routeTypes, keep)
      exitCode = summarise([prepared, ...(await runTogether([...staticSteps, unitStep], keep))])
    })
    return exitCode
  },
})

process.exit()
