import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { judgeResults } from './internal/judge-results'
import { findResults, lockResults } from './internal/result-rows'
import { oweReviews } from './internal/review-tasks'

/**
 * Keeps whoever else would file, judge or review a result of the patient waiting. Whoever changes by what results are
 * judged takes it first, before follow-up is locked, as filing does.
 */
export async function holdResults(tx: Tx, patientId: string): Promise<void> {
  await lockResults(tx, patientId)
}

/**
 * Judges the patient's results by what stands now, and makes the ledger agree: what a rule objects to now is looked at
 * again, whoever reviewed it before.
 *
 * @returns how many were judged otherwise than before
 */
export async function judgeAgain(tx: Tx, patientId: string): Promise<number> {
  const judged = await judgeResults(tx, patientId, await findResults(tx, { patientId }))
  if (judged > 0) await oweReviews(tx, patientId, 'superseded')
  return judged
}
