import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { voidFact } from '@/lib/platform/voided-facts'
import type { voidPerformanceStatusSchema } from './schema'

/**
 * Marks a performance status as recorded in error; it stays on the record as such.
 *
 * @throws NotFound, NotAllowed
 * @throws RuleBroken if it was marked before
 */
export async function voidPerformanceStatus(
  actor: Actor,
  input: z.output<typeof voidPerformanceStatusSchema>,
): Promise<null> {
  const { patientId, performanceStatusId: id, reason } = input
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['diagnosis', 'void'])
    const found = await tx.performanceStatus.count({ where: { id, patientId } })
    if (found === 0) throw new NotFound()
    const voiding = { patientId, entity: 'performance_status', entityId: id, reason }
    const isFirst = await voidFact(tx, { ...voiding, recordedById: actor.staffId })
    if (!isFirst) throw new RuleBroken('This performance status was marked as recorded in error already')
    await recordAccess(tx, { event: 'performance_status.voided', patientId, entityId: id })
    return null
  })
}
