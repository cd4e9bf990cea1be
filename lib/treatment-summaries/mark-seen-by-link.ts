import 'server-only'
import { asActor } from '@/lib/access/as-actor'
import type { LinkActor } from '@/lib/access/link-actor'
import { openByLink } from '@/lib/access/link-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { recordLinkUse } from '@/lib/document-links/record-link-use'
import { now } from '@/lib/platform/clock'
import { closeTasks } from '@/lib/tasks/close-tasks'

/**
 * A practice without accounts has read the summary that it opened by a link. Marked once: a second time changes nothing.
 *
 * @throws NotFound, NotAllowed (the person died or moved, or a later version is signed)
 */
export async function markSummarySeenByLink(actor: LinkActor): Promise<null> {
  return asActor(actor, async (tx) => {
    const { patientId, deliveryId, linkId } = actor
    await openByLink(tx, actor, ['sent_treatment_summary', 'update'])
    const { count } = await tx.treatmentSummaryDelivery.updateMany({
      where: { id: deliveryId, patientId, seenAt: null },
      data: { seenAt: now(), seenByLinkId: linkId },
    })
    if (count === 0) return null
    const kinds = ['read_treatment_summary'] as const
    await closeTasks(tx, { patientId, subjectId: deliveryId, kinds, how: 'met' })
    await recordLinkUse(tx, actor, { kind: 'read' })
    await recordAccess(tx, { event: 'treatment_summary.seen_by_practice', patientId, entityId: deliveryId })
    return null
  })
}
