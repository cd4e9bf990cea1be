import 'server-only'
import { recordAccess } from '@/lib/access-log/record-access'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { getPatientIdentities, type PatientIdentity } from '@/lib/patients/patient-identity'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { listOpenSubjects } from '@/lib/tasks/open-subjects'
import type { ContactView } from './contact'
import { CONTACTS_A_PAGE, type ContactFilter } from './contact-filter'
import { findContacts, type ContactRow } from './internal/contact-rows'
import { viewContacts } from './internal/contact-view'
import { mostUrgentFirst } from './most-urgent-first'
import { CONTACT_TASKS } from './owed'
import { timesToDecision, type TimesToDecision } from './times-to-decision'

/** A page of a list; a team with more open has more than a page to worry about. */
const MOST_OPEN_TASKS = 200
const MEASURED_DAYS = 90
const DAY = 86_400_000

/** A contact in a list, with whom it is about. */
export type ListedContact = ContactView & { person: PatientIdentity }

export type ContactLists = {
  /** For which something is owed by teams of the actor's, most urgent first. */
  open: ListedContact[]
  /** How many are open; `hasMoreOpen`: at least so many. */
  openCount: number
  hasMoreOpen: boolean
  /** A page of those that a team of the actor's was asked or handed, newest first. */
  log: ListedContact[]
  hasMoreInLog: boolean
  /** Of those that a team of the actor's was asked in the last 90 days. */
  times: TimesToDecision[]
}

/**
 * The contacts of the actor's hospital teams: what is open, the log, and how long people waited.
 *
 * @throws NotAllowed for somebody who works in no hospital or community team
 */
export async function listContacts(actor: Actor, filter: ContactFilter): Promise<ContactLists> {
  permitInOwn(actor, 'contact_list', 'read')
  const teamIds = teamsAs(actor, 'clinician', 'support_worker').map(({ teamId }) => teamId)
  return asActor(actor, async (tx) => {
    const { subjects, hasMore } = await listOpenSubjects(tx, {
      teamIds,
      kinds: CONTACT_TASKS,
      most: MOST_OPEN_TASKS,
    })
    const open = await listed(tx, await findContacts(tx, { where: { id: { in: subjects } } }))
    const found = await findLog(tx, teamIds, filter)
    const log = await listed(tx, found.slice(0, CONTACTS_A_PAGE))
    const times = timesToDecision(await findMeasured(tx, teamIds))
    await recordAccess(tx, {
      event: 'contact_list.viewed',
      detail: { ...filter, open: open.length, log: log.length },
    })
    const shown = filter.open === 'all' ? open.length : CONTACTS_A_PAGE
    return {
      open: mostUrgentFirst(open).slice(0, shown),
      openCount: open.length,
      hasMoreOpen: hasMore,
      log,
      hasMoreInLog: found.length > CONTACTS_A_PAGE,
      times,
    }
  })
}

function findLog(
  tx: Tx,
  teamIds: readonly string[],
  { reason, outcome, page }: ContactFilter,
): Promise<ContactRow[]> {
  const own = { in: [...teamIds] }
  return findContacts(tx, {
    where: {
      OR: [{ teamId: own }, { events: { some: { toTeamId: own } } }],
      ...(reason && { reason }),
      ...(outcome && { events: { some: { outcome } } }),
    },
    skip: (page - 1) * CONTACTS_A_PAGE,
    take: CONTACTS_A_PAGE + 1,
  })
}

async function findMeasured(tx: Tx, teamIds: readonly string[]) {
  const since = new Date(now().getTime() - MEASURED_DAYS * DAY)
  const contacts = await tx.contact.findMany({
    where: { teamId: { in: [...teamIds] }, contactedAt: { gte: since } },
    select: {
      urgency: true,
      contactedAt: true,
      answerBy: true,
      events: { where: { kind: 'decided' }, select: { recordedAt: true } },
    },
  })
  return contacts.map(({ events, ...contact }) => ({ ...contact, decidedAt: events[0]?.recordedAt ?? null }))
}

async function listed(tx: Tx, rows: readonly ContactRow[]): Promise<ListedContact[]> {
  const people = await getPatientIdentities(
    tx,
    rows.map(({ patientId }) => patientId),
  )
  return (await viewContacts(tx, rows)).flatMap((contact) => {
    const person = people.get(contact.patientId)
    return person ? [{ ...contact, person }] : []
  })
}
