import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { repeatAll, type Attempt } from './journal'
import type { CrashReport } from './report'
import { halfWritten, lost } from './whole'

/** Of the steps acknowledged in a round, how many are sent again. */
const REPEATED = 10
/** A machine may be busy, but not so busy that nothing is written. */
const PATIENCE_MS = 20_000

/** When a part is killed: after so many answers, and so many milliseconds later, so early and late in a step. */
export type Moment = { answers: number; laterMs: number }

/** Waits for the moment; goes on without it if the answers do not come. */
export async function untilMoment(journal: readonly Attempt[], moment: Moment): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  while (answered(journal).length < moment.answers && performance.now() < deadline) await sleep(2)
  await sleep(moment.laterMs)
}

/**
 * Compares what the writers were told with what is there, once the killed part is back: as it is, and after everything
 * that was cut off was sent again.
 *
 * @param endings how each writer ended: one that failed before the crash is a fault too
 */
export async function settle(
  report: CrashReport,
  superuser: Pool,
  journal: readonly Attempt[],
  endings: readonly PromiseSettledResult<void>[],
): Promise<void> {
  const acknowledged = answered(journal)
  const cutOff = journal.filter(({ answer }) => !answer)
  report.rounds += 1
  report.acknowledged += acknowledged.length
  report.cutOff += cutOff.length
  const look = async () => [...(await lost(superuser, journal)), ...(await halfWritten(superuser))]
  report.faults.push(
    ...endings.flatMap((ending) =>
      ending.status === 'rejected' ? [`before the crash: ${ending.reason}`] : [],
    ),
    ...(await look()),
  )
  report.doneUnknown += await countDone(superuser, cutOff)
  report.faults.push(...(await repeatAll([...cutOff, ...acknowledged.slice(-REPEATED)])), ...(await look()))
}

function answered(journal: readonly Attempt[]): Attempt[] {
  return journal.filter(({ answer }) => answer)
}

async function countDone(superuser: Pool, attempts: readonly Attempt[]): Promise<number> {
  const ids = attempts.map(({ submissionId }) => submissionId)
  const { rowCount } = await superuser.query('select from submission where id = any ($1::uuid[])', [ids])
  return rowCount ?? 0
}
