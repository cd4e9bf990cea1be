import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { openDelivery } from './internal/open-delivery'
import type { markSummarySeenSchema } from './schema'

/**
 * The practice has read a summary that was sent to it, and so need not read the versions before. Marked once: a second
 * time changes nothing.
 *
 * @throws NotFound, NotAllowed
 */
export async function markSummarySeen(
  actor: Actor,
  { deliveryId }: z.infer<typeof markSummarySeenSchema>,
): Promise<null> {
  return asActor(actor, async (tx) => {
    const delivery = await openDelivery(tx, actor, deliveryId, 'update')
    const { patientId } = delivery
    const { summaryId, number } = delivery.version
    await tx.treatmentSummaryDelivery.updateMany({
      where: {
        patientId,
        teamId: delivery.teamId,
        seenAt: null,
        version: { summaryId, number: { lte: number } },
      },
      data: { seenAt: now(), seenById: actor.staffId },
    })
    // Once the person has left the practice, its tasks about them are closed already.
    if (delivery.isInCare)
      await closeTasks(tx, {
        patientId,
        subjectId: deliveryId,
        kinds: ['read_treatment_summary'],
        how: 'met',
      })
    await recordAccess(tx, { event: 'treatment_summary.seen_by_practice', patientId, entityId: deliveryId })
    return null
  })
}
