import 'server-only'
import { londonDate } from '@/lib/nhs/instant'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import { teamOf, type ContactEventFacts } from '../owed'
import { contactStateOf } from '../rules'

type Asked = { where: Prisma.ContactWhereInput; skip?: number; take?: number }

/** Contacts with what was said of them, the newest first, as far as the actor may read them. */
export async function findContacts(tx: Tx, { where, skip, take }: Asked) {
  const rows = await tx.contact.findMany({
    where,
    skip,
    take,
    orderBy: [{ contactedAt: 'desc' }, { id: 'desc' }],
    include: { team: true, events: { orderBy: { id: 'asc' }, include: { toTeam: true } } },
  })
  return rows.map((row) => {
    const facts = row.events.map(factsOf)
    return { ...row, facts, state: contactStateOf(facts), currentTeamId: teamOf(row.teamId, facts) }
  })
}

export type ContactRow = Awaited<ReturnType<typeof findContacts>>[number]

type EventRow = Prisma.ContactEventGetPayload<{ include: { toTeam: true } }>

function factsOf(event: EventRow): ContactEventFacts {
  return {
    kind: event.kind,
    outcome: event.outcome,
    recordedOn: londonDate(event.recordedAt),
    againOn: fromDatabaseDateOrNull(event.againOn),
    appointmentOn: fromDatabaseDateOrNull(event.appointmentOn),
    toTeamId: event.toTeamId,
    toStaffId: event.toStaffId,
  }
}
