import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import { now } from '@/lib/platform/clock'
import { fromDatabaseDate, toDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { endFault } from './key-contact-rules'
import type { endKeyContactSchema } from './key-contact-schema'

/**
 * Ends somebody's being a contact of the person; they stay on the record as one who was.
 *
 * @throws NotFound, NotAllowed
 * @throws Stale if somebody changed it since it was shown
 * @throws RuleBroken at the date
 */
export async function endKeyContact(
  actor: Actor,
  { patientId, contactId, version, endedOn }: z.output<typeof endKeyContactSchema>,
): Promise<null> {
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['key_contact', 'update'])
    const current = await tx.keyContact.findFirst({ where: { id: contactId, patientId } })
    if (!current) throw new NotFound()
    const fault = endFault(endedOn, fromDatabaseDate(current.startedOn))
    if (fault) throw new RuleBroken([{ field: 'endedOn', message: fault }])
    const { count } = await tx.keyContact.updateMany({
      where: { id: contactId, patientId, version },
      data: {
        endedOn: toDatabaseDate(endedOn),
        version: { increment: 1 },
        updatedAt: now(),
        updatedById: actor.staffId,
      },
    })
    if (count !== 1) {
      const nameOf = await staffNames(tx, [current.updatedById])
      throw new Stale(nameOf(current.updatedById), current.updatedAt, [], current.version)
    }
    await recordAccess(tx, {
      event: 'key_contact.changed',
      patientId,
      entityId: contactId,
      detail: { ended: true },
    })
    return null
  })
}
