import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import type { changeCommunicationNeedsSchema } from './communication-needs-schema'
import { changeRecord } from './internal/change-record'

/**
 * Changes what the person needs so that they can read, hear and take part (Accessible Information Standard, DAPB1605).
 *
 * @throws NotFound, NotAllowed, Stale with what of it both changed
 */
export async function changeCommunicationNeeds(
  actor: Actor,
  { patientId, version, ...fields }: z.output<typeof changeCommunicationNeedsSchema>,
): Promise<null> {
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['patient', 'update'])
    const changes = await changeRecord(tx, actor, { patientId, version, fields })
    await recordAccess(tx, { event: 'patient.changed', patientId, detail: { fields: Object.keys(changes) } })
    return null
  })
}
