import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { closeActionTasks } from './internal/action-tasks'
import { findReviewActions, lockReviewActions } from './internal/action-rows'
import { recordFact } from './internal/record-fact'
import { isSettled } from './rules'

const IN_ERROR = 'The review was recorded in error'

/**
 * Takes back what a review agreed that is not settled, in the transaction that marks the review as recorded in error:
 * nobody owes anything for it any more. What was done stays done.
 *
 * @returns how many were taken back
 */
export async function withdrawReviewActions(
  tx: Tx,
  actor: Actor,
  { patientId, reviewId }: { patientId: string; reviewId: string },
): Promise<number> {
  await lockReviewActions(tx, patientId)
  const actions = await findReviewActions(tx, { patientId, reviewId })
  const open = actions.filter(({ state }) => !isSettled(state))
  for (const action of open) {
    await recordFact(tx, actor, action, { kind: 'withdrawn', on: today(), note: IN_ERROR })
    await closeActionTasks(tx, action, 'superseded', IN_ERROR)
  }
  return open.length
}
