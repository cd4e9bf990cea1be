import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { obligationsIn, readCourse } from './internal/assessment-course'
import { followInLedger } from './internal/follow-in-ledger'
import { ledgerChange } from './offer-rules'

/**
 * Makes a change to what assessments are due after (a diagnosis, the end of a treatment), and brings the ledger in line
 * with it. What is owed as before keeps its task, with its owner and whatever date it was moved to.
 *
 * @param whose the patient, and the team that owes what is newly due
 * @param change writes the facts, in the same transaction
 */
export async function reconsiderAssessments<Result>(
  tx: Tx,
  whose: { patientId: string; teamId: string },
  change: () => Promise<Result>,
): Promise<Result> {
  const before = obligationsIn(await readCourse(tx, whose.patientId, whose.teamId))
  const result = await change()
  const after = obligationsIn(await readCourse(tx, whose.patientId, whose.teamId))
  await followInLedger(tx, {
    ...whose,
    change: ledgerChange(before, after),
    closures: { offer_assessment: 'superseded', record_assessment: 'superseded' },
  })
  return result
}
