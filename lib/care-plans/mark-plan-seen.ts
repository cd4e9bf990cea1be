import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { openShare } from './internal/open-share'
import type { markPlanSeenSchema } from './schema'

/**
 * The practice has read a plan that was shared with it, and so need not read the versions before. Marked once: a second
 * time changes nothing.
 *
 * @throws NotFound, NotAllowed
 */
export async function markPlanSeen(
  actor: Actor,
  { shareId }: z.infer<typeof markPlanSeenSchema>,
): Promise<null> {
  return asActor(actor, async (tx) => {
    const share = await openShare(tx, actor, shareId, 'update')
    const { patientId } = share
    const { carePlanId, number } = share.version
    await tx.carePlanShare.updateMany({
      where: {
        patientId,
        teamId: share.teamId,
        seenAt: null,
        version: { carePlanId, number: { lte: number } },
      },
      data: { seenAt: now(), seenById: actor.staffId },
    })
    // Once the person has left the practice, its tasks about them are closed already.
    if (share.isInCare)
      await closeTasks(tx, { patientId, subjectId: shareId, kinds: ['read_shared_plan'], how: 'met' })
    await recordAccess(tx, { event: 'care_plan.seen_by_practice', patientId, entityId: shareId })
    return null
  })
}
