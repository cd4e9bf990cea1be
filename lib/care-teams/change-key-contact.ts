import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { contactDifferences, contactFaults, personMeant, type ContactPerson } from './key-contact-rules'
import type { changeKeyContactSchema } from './key-contact-schema'
import { listPossibleContacts } from './list-key-contacts'

type Input = z.output<typeof changeKeyContactSchema>

/**
 * Changes who somebody the person can turn to is, and how they are reached.
 *
 * @throws NotFound, NotAllowed
 * @throws Stale if somebody changed it since it was shown
 * @throws RuleBroken if it is neither a member of a team that has the person in care nor somebody by name
 */
export async function changeKeyContact(actor: Actor, input: Input): Promise<null> {
  const { patientId, contactId } = input
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['key_contact', 'update'])
    const current = await tx.keyContact.findFirst({ where: { id: contactId, patientId } })
    if (!current) throw new NotFound()
    const person = personMeant(input, await listPossibleContacts(tx, patientId), current)
    const faults = contactFaults(input, person)
    if (!person || faults.length > 0) throw new RuleBroken(faults)
    await writeChange(tx, actor, input, person)
    await recordAccess(tx, { event: 'key_contact.changed', patientId, entityId: contactId })
    return null
  })
}

async function writeChange(tx: Tx, actor: Actor, input: Input, person: ContactPerson): Promise<void> {
  const { patientId, contactId: id, version, role, relationship, telephone, email } = input
  const { staffId, teamId, name } = person
  const { count } = await tx.keyContact.updateMany({
    where: { id, patientId, version },
    data: {
      role,
      relationship,
      telephone,
      email,
      staffId,
      teamId,
      name,
      version: { increment: 1 },
      updatedAt: now(),
      updatedById: actor.staffId,
    },
  })
  if (count === 1) return
  const current = await tx.keyContact.findFirstOrThrow({ where: { id, patientId } })
  const nameOf = await staffNames(tx, [current.updatedById])
  const differences = contactDifferences(current, { ...input, name })
  throw new Stale(nameOf(current.updatedById), current.updatedAt, differences, current.version)
}
