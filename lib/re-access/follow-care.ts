import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/platform/database'
import { openOwed } from './internal/contact-ledger'
import { findContacts } from './internal/contact-rows'
import { sayOfContact } from './internal/say'
import { isOpen } from './rules'

type End = { patientId: string; teamId: string; handTo: string | null; reason: string }

/**
 * The contacts that a team has open, as its care ends, in that transaction and before its tasks are: handed over, or ended
 * with the reason.
 */
export async function followContactsAtEndOfCare(tx: Tx, actor: Actor, end: End): Promise<void> {
  const { patientId, teamId, handTo, reason } = end
  const contacts = await findContacts(tx, { where: { patientId } })
  for (const contact of contacts.filter(
    ({ state, currentTeamId }) => isOpen(state) && currentTeamId === teamId,
  )) {
    const note = `The care of the team has ended: ${reason}`
    const said = handTo ? ({ kind: 'handed_to', toTeamId: handTo } as const) : ({ kind: 'ended' } as const)
    await sayOfContact(tx, actor, contact, { ...said, note })
  }
}

/**
 * A death was recorded by mistake: what is owed for contacts is owed again, by whoever has them now. In that transaction,
 * after the tasks that the death closed were opened again.
 */
export async function oweContactsAgain(tx: Tx, patientId: string): Promise<void> {
  const contacts = await findContacts(tx, { where: { patientId } })
  for (const contact of contacts.filter(({ state }) => isOpen(state)))
    await openOwed(tx, contact, contact.facts)
}
