import './quiet'
import { OperatorError } from '@/lib/operations/operator-error'
import { runCommand } from '@/lib/operations/run-command'
import { crashApp } from './app-rounds'
import { crashListener } from './listener-rounds'
import { crashCarelessPostgres } from './mutant'
import { crashPostgres } from './postgres-rounds'
import type { CrashPlan, CrashReport } from './report'
import { crashWorker } from './worker-rounds'

const HELP = `
npm run test:crash        kills the database, the web server, the worker and the listener outright in the middle of writing,
                          sending and taking in, 200 times each, and looks for what was acknowledged and lost, half-written
                          or there twice.
                          About forty minutes.

Options, after --:
  --rounds NUMBER         how often to kill each (200)
  --seed NUMBER           repeats the moments of an earlier run (1)
  --only PART             postgres, app, worker, listener or mutant

The mutant is the same on a database that acknowledges before it has written: there, rows must be found missing.
`

const MUTANT_ROUNDS = 10
const SHOWN_FAULTS = 20
const PARTS = ['postgres', 'app', 'worker', 'listener', 'mutant'] as const

/** Each part, and whether it came out as it must. */
const PASSES: Readonly<Record<(typeof PARTS)[number], (plan: CrashPlan) => Promise<boolean>>> = {
  postgres: async (plan) => isSound(await crashPostgres(plan)),
  app: async (plan) => isSound(await crashApp(plan)),
  worker: async (plan) => isSound(await crashWorker(plan)),
  listener: async (plan) => isSound(await crashListener(plan)),
  mutant: async (plan) => {
    const { faults, refusals } = await crashCarelessPostgres({
      ...plan,
      rounds: Math.min(MUTANT_ROUNDS, plan.rounds),
    })
    const isRefused = refusals.includes('setting synchronous_commit is off')
    say(
      `mutant: ${faults.length} losses found, as there must be; the service ${isRefused ? 'refuses' : 'ACCEPTS'} it`,
    )
    return faults.length > 0 && isRefused
  },
}

await runCommand({
  help: HELP,
  options: { rounds: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
  run: async ({ options }) => {
    const rounds = wholeNumber(options.rounds, 200)
    const seed = wholeNumber(options.seed, 1)
    const parts = PARTS.filter((part) => !options.only || options.only === part)
    if (parts.length === 0) throw new OperatorError(`--only takes ${PARTS.join(', ')}.`)
    let failures = 0
    for (const part of parts)
      failures += (await PASSES[part]({ rounds, seed, progress: progressOf(part) })) ? 0 : 1
    say(
      failures === 0
        ? `${parts.length} passed, 0 failed`
        : `${parts.length - failures} passed, ${failures} failed`,
    )
    return failures === 0 ? 0 : 1
  },
})

function isSound({ faults }: CrashReport): boolean {
  for (const fault of faults.slice(0, SHOWN_FAULTS)) say(`  ${fault}`)
  return faults.length === 0
}

function progressOf(part: string): (report: CrashReport) => void {
  return ({ rounds, acknowledged, cutOff, doneUnknown, recovery, faults }) => {
    if (rounds % 10 !== 0) return
    const sorted = recovery.toSorted((one, other) => one - other).map(Math.round)
    const median = sorted[Math.floor(sorted.length / 2)]
    say(
      `${part}: ${rounds} rounds, ${acknowledged} acknowledged, ${cutOff} cut off (${doneUnknown} of them done), ` +
        `${faults.length} lost or torn${median === undefined ? '' : `; back after ${median} ms (longest ${sorted.at(-1)})`}`,
    )
  }
}

function wholeNumber(given: unknown, otherwise: number): number {
  if (given === undefined) return otherwise
  const number = Number(given)
  if (!Number.isInteger(number) || number < 1)
    throw new OperatorError(`${String(given)} is not a number of rounds.`)
  return number
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
