import 'server-only'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { lockReviewActions } from './internal/action-rows'
import { settleBy } from './rules'

/** Keeps answers waiting while a registration is moved: before any task is touched. */
export const holdReviewActions = lockReviewActions

/**
 * What reviews agreed about somebody who has just been registered with another practice, in that transaction and after
 * the tasks of the one before were ended: the new one follows it up, and the draft of the one before goes. Where none is
 * known, it waits for the practice that is being looked for.
 *
 * @param practiceId the team of the new practice
 * @returns how many tasks the new practice has for it
 */
export async function moveReviewActions(
  tx: Tx,
  { patientId, practiceId }: { patientId: string; practiceId: string | null },
): Promise<number> {
  const [row] = await tx.$queryRaw<{ moved: number }[]>`
    select access.move_review_actions(${patientId}::uuid, ${practiceId}::uuid, ${settleBy(today())}::date) as moved`
  return row?.moved ?? 0
}
