import path from 'node:path'
import { buildIfNeeded } from './build'
import { builtStep, databaseStep, journeysStep, routeTypes, staticSteps, unitStep } from './check-steps'
import { messageOf } from './operator-error'
import { runCommand } from './run-command'
import { supervise, type Keep } from './supervise'
import {
  notRun,
  resultsFolder,
  runStep,
  runTogether,
  summarise,
  type Step,
  type StepResult,
} from './test-steps'

const HELP = `
npm test                  everything: types, lint, formatting, boundaries, dead code, unit and database tests, the
                          production build, what strangers get of it, journeys and accessibility in a real browser
Its last line is "N passed, N failed": each test counts, and each other check counts as one.
`

const buildStep: Step = { name: 'production build', tool: ['next', 'next', 'build'] }

await runCommand({
  help: HELP,
  run: async () => {
    let exitCode = 1
    await supervise(async (keep) => {
      const results = [await runStep(routeTypes, keep), ...(await runTogether(staticSteps, keep))]
      for (const step of [unitStep, databaseStep]) results.push(await runStep(step, keep))
      const build = await runBuild(keep)
      results.push(build)
      for (const step of [builtStep, journeysStep]) {
        results.push(build.failed > 0 ? notRun(step, 'the build failed') : await runStep(step, keep))
      }
      exitCode = summarise(results)
    })
    return exitCode
  },
})

process.exit()

/** The build that npm start would use: made anew only if a source changed. */
async function runBuild(keep: Keep): Promise<StepResult> {
  const began = performance.now()
  try {
    await buildIfNeeded(path.join(resultsFolder, 'build.log'), keep.forNow)
    console.log(
      `✓ ${buildStep.name.padEnd(24)} ${'1 passed'.padEnd(24)} ${((performance.now() - began) / 1000).toFixed(1)} s`,
    )
    return { name: buildStep.name, passed: 1, failed: 0 }
  } catch (error) {
    console.log(`✗ ${buildStep.name}: ${messageOf(error)}`)
    return { name: buildStep.name, passed: 0, failed: 1 }
  }
}
