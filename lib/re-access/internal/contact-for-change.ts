import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { actingTeam, isUuid, type CareContext } from '@/lib/access/care-context'
import { staffNames } from '@/lib/accounts/staff-names'
import { findDayOfDeath } from '@/lib/patients/day-of-death'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import type { ContactEventKind } from '@/lib/platform/prisma-client/enums'
import { stepFault } from '../rules'
import { findContacts, type ContactRow } from './contact-rows'
import { openHeld } from './open-held'

type Place = { patientId: string; contactId: string; version: number }

/**
 * A contact of which a hospital team is about to say something: nobody else says anything of it meanwhile, nor records a
 * death or ends care.
 *
 * @throws NotFound, NotAllowed
 * @throws RuleBroken if this cannot be said any more; Stale if something was said since it was shown
 */
export async function contactForChange(
  tx: Tx,
  actor: Actor,
  { patientId, contactId, version }: Place,
  step: ContactEventKind,
): Promise<{ contact: ContactRow; context: CareContext }> {
  const context = await openHeld(tx, actor, patientId, 'update')
  actingTeam(context)
  const [contact] = isUuid(contactId) ? await findContacts(tx, { where: { id: contactId, patientId } }) : []
  if (!contact) throw new NotFound()
  const fault = stepFault(contact.state, step)
  if (fault) throw new RuleBroken(fault)
  if (await findDayOfDeath(tx, patientId)) throw new RuleBroken('This person has died. Nothing more is owed')
  await refuseStale(tx, contact, version)
  return { contact, context }
}

/** @throws Stale naming who said something last */
async function refuseStale(tx: Tx, { events }: ContactRow, version: number): Promise<void> {
  const last = events.at(-1)
  if (!last || events.length + 1 === version) return
  const nameOf = await staffNames(tx, [last.recordedById])
  throw new Stale(nameOf(last.recordedById), last.recordedAt)
}
