import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { startChild } from './child-process'
import { bareEnvironment } from './environment'
import { projectRoot } from './project-root'
import type { Keep } from './supervise'

/** Where every step leaves what it said, and its counts. */
export const resultsFolder = path.join(projectRoot, 'tests/.results')

export type Counts = { readonly passed: number; readonly failed: number }

/** One tool run over the project. */
export type Step = {
  readonly name: string
  /** The npm package, the command of it, and what the command is given. */
  readonly tool: readonly [packageName: string, command: string, ...args: string[]]
  /** What the tool's report counts; a step without one is itself one check. */
  readonly report?: 'vitest' | 'playwright'
}

export type StepResult = Counts & { readonly name: string }

const SECONDS = 1000
const LINES_SHOWN = 60

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
})

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
})

const manifestSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) })

/** Runs one step, prints one line, and on failure the end of what the tool said. */
export async function runStep(step: Step, keep: Keep): Promise<StepResult> {
  const began = performance.now()
  const slug = step.name.replaceAll(/[^a-z]+/g, '-')
  const logFile = path.join(resultsFolder, `${slug}.log`)
  const reportFile = path.join(resultsFolder, `${slug}.json`)
  mkdirSync(resultsFolder, { recursive: true })
  rmSync(reportFile, { force: true })
  const child = startChild({
    name: step.name,
    args: argumentsOf(step, reportFile),
    env: testEnvironment(reportFile),
    logFile,
  })
  keep.forNow(child)
  const succeeded = (await child.exited) === 0
  const result = { name: step.name, ...countsOf(step, reportFile, succeeded) }
  printStep(result, (performance.now() - began) / SECONDS)
  if (result.failed > 0) console.log(lastLines(logFile))
  return result
}

/** A step that could not be run is a failed check. */
export function notRun(step: Step, reason: string): StepResult {
  console.log(`✗ ${step.name}: not run, ${reason}`)
  return { name: step.name, passed: 0, failed: 1 }
}

/** Runs steps that do not need each other, two at a time. */
export async function runTogether(steps: readonly Step[], keep: Keep): Promise<StepResult[]> {
  const waiting = [...steps]
  const results: StepResult[] = []
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await runStep(step, keep))
  }
  await Promise.all([lane(), lane()])
  return results
}

/** The last line of a run. @returns the exit code */
export function summarise(results: readonly StepResult[]): number {
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  const names = results.filter((result) => result.failed > 0).map(({ name }) => name)
  if (names.length > 0)
    console.log(`\nFailed: ${names.join(', ')}. What each step said is in tests/.results.`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

function argumentsOf({ tool: [packageName, command, ...args], report }: Step, reportFile: string): string[] {
  const reporters =
    report === 'vitest' ? ['--reporter=dot', '--reporter=json', `--outputFile.json=${reportFile}`] : []
  return [commandFile(packageName, command), ...args, ...reporters]
}

/** The script behind a package's command, so that it runs on this Node and not on whatever is first in the PATH. */
function commandFile(packageName: string, command: string): string {
  const folder = path.join(projectRoot, 'node_modules', packageName)
  const { bin } = manifestSchema.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')))
  return path.join(folder, typeof bin === 'string' ? bin : (bin[command] ?? command))
}

/** Tests bring their own database and settings: none of the operator's may reach them. */
function testEnvironment(reportFile: string) {
  const { CHROMIUM_PATH, TMPDIR, USER, PLAYWRIGHT_BROWSERS_PATH } = process.env
  return {
    ...bareEnvironment(),
    CHROMIUM_PATH,
    TMPDIR,
    USER,
    PLAYWRIGHT_BROWSERS_PATH,
    CI: '1',
    NO_COLOR: '1',
    PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
  }
}

/** What was skipped was not shown to work, so it counts as failed. */
function countsOf({ report }: Step, reportFile: string, succeeded: boolean): Counts {
  const counted =
    report && existsSync(reportFile) ? reportedCounts(report, readFileSync(reportFile, 'utf8')) : undefined
  if (!counted) return succeeded && !report ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  return succeeded || counted.failed > 0 ? counted : { ...counted, failed: 1 }
}

function reportedCounts(report: NonNullable<Step['report']>, text: string): Counts {
  if (report === 'vitest') {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = vitestReport.parse(
      JSON.parse(text),
    )
    return { passed: numPassedTests, failed: numFailedTests + numPendingTests + numTodoTests }
  }
  const { stats, errors } = playwrightReport.parse(JSON.parse(text))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length }
}

function printStep({ name, passed, failed }: StepResult, seconds: number): void {
  const counts = failed > 0 ? `${passed} passed, ${failed} failed` : `${passed} passed`
  console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(24)} ${counts.padEnd(24)} ${seconds.toFixed(1)} s`)
}

function lastLines(file: string): string {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  const shown = lines.slice(-LINES_SHOWN).map((line) => `    ${line}`)
  return [...(lines.length > LINES_SHOWN ? [`    … (all of it: ${file})`] : []), ...shown].join('\n')
}
