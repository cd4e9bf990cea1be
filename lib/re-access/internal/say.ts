import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { AccessEvent } from '@/lib/access-log/access-events'
import { recordAccess } from '@/lib/access-log/record-access'
import type { Actor } from '@/lib/access/actor'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDateOrNull } from '@/lib/platform/database-dates'
import type { ContactEventKind } from '@/lib/platform/prisma-client/enums'
import type { ContactEventFacts } from '../owed'
import { followLast } from './contact-ledger'
import type { ContactRow } from './contact-rows'

/** Something about to be said of a contact. */
export type NewContactEvent = Pick<ContactEventFacts, 'kind'> &
  Partial<Omit<ContactEventFacts, 'kind' | 'recordedOn'>> & { note?: string | null }

const EVENTS = {
  called_back: 'contact.called_back',
  not_reached: 'contact.not_reached',
  handed_to: 'contact.handed_to',
  escalated: 'contact.escalated',
  decided: 'contact.decided',
  moved: 'contact.moved',
  seen: 'contact.seen',
  ended: 'contact.ended',
} as const satisfies Record<ContactEventKind, AccessEvent>

type Contact = Pick<ContactRow, 'id' | 'patientId' | 'teamId' | 'reason' | 'urgency' | 'answerBy' | 'facts'>

/** Says something of a contact, makes the ledger follow, and records it in the access log. */
export async function sayOfContact(
  tx: Tx,
  actor: Actor,
  contact: Contact,
  said: NewContactEvent,
): Promise<void> {
  const { id: contactId, patientId } = contact
  const { kind, outcome = null, againOn = null, appointmentOn = null, note = null } = said
  const { toTeamId = null, toStaffId = null } = said
  const event = { kind, outcome, toTeamId, toStaffId }
  const dates = { againOn: toDatabaseDateOrNull(againOn), appointmentOn: toDatabaseDateOrNull(appointmentOn) }
  const by = { recordedAt: now(), recordedById: actor.staffId }
  await tx.contactEvent.createMany({
    data: [{ id: uuidv7(), patientId, contactId, note, ...event, ...dates, ...by }],
  })
  const facts = [...contact.facts, { ...event, againOn, appointmentOn, recordedOn: today() }]
  await followLast(tx, contact, facts)
  const detail = outcome ? { outcome } : {}
  await recordAccess(tx, { event: EVENTS[kind], patientId, entityId: contactId, detail })
}
