import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { RuleBroken } from '@/lib/platform/errors'
import { contactFaults, personMeant } from './key-contact-rules'
import type { addKeyContactSchema } from './key-contact-schema'
import { listPossibleContacts } from './list-key-contacts'

/**
 * Adds somebody the person can turn to.
 *
 * @throws NotFound, NotAllowed
 * @throws RuleBroken if it is neither a member of a team that has the person in care nor somebody by name
 */
export async function addKeyContact(
  actor: Actor,
  input: z.output<typeof addKeyContactSchema>,
): Promise<{ contactId: string }> {
  const { patientId, role, relationship, telephone, email } = input
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['key_contact', 'create'])
    const person = personMeant(input, await listPossibleContacts(tx, patientId))
    const faults = contactFaults(input, person)
    if (!person || faults.length > 0) throw new RuleBroken(faults)
    const id = uuidv7()
    await tx.keyContact.createMany({
      data: {
        id,
        patientId,
        role,
        relationship,
        telephone,
        email,
        ...person,
        startedOn: toDatabaseDate(input.startedOn),
        recordedAt: now(),
        recordedById: actor.staffId,
        updatedAt: now(),
        updatedById: actor.staffId,
      },
    })
    await recordAccess(tx, { event: 'key_contact.added', patientId, entityId: id, detail: { role } })
    return { contactId: id }
  })
}
