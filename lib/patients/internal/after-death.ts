import 'server-only'
import { holdReviews } from '@/lib/cancer-care-reviews/reconsider-reviews'
import { discardDraftsAbout } from '@/lib/needs-assessments/discard-drafts-about'
import type { Tx } from '@/lib/platform/database'
import { endRequestsAtDeath } from '@/lib/practice-requests/follow-death'
import { closeTasks } from '@/lib/tasks/close-tasks'

/**
 * Ends what is open about somebody who has died, whichever team holds it, in the transaction that records the death: so
 * no reminder goes out. Nothing is deleted but work in progress.
 *
 * @returns how many tasks were closed
 */
export async function endEverythingOpen(tx: Tx, patientId: string): Promise<number> {
  await holdReviews(tx, [patientId])
  await discardDraftsAbout(tx, patientId)
  await endRequestsAtDeath(tx, patientId)
  return closeTasks(tx, { patientId, how: 'died' })
}
