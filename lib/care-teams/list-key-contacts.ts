import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { mayUnderCare } from '@/lib/access/policy'
import { formatNamePlain } from '@/lib/nhs/person-name'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { today } from '@/lib/platform/clock'
import { fromDatabaseDate, fromDatabaseDateOrNull, toDatabaseDate } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { listCaringTeams } from './current-teams'
import type { KeyContact, PossibleContact } from './key-contact'

export type KeyContactsView = { current: KeyContact[]; ended: KeyContact[]; mayChange: boolean }

/** Whom the person can turn to, and could before. @throws NotFound, NotAllowed */
export async function getKeyContacts(actor: Actor, patientId: string): Promise<KeyContactsView> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['key_contact', 'read'])
    const all = await listKeyContacts(tx, patientId)
    const hasEnded = ({ endedOn }: KeyContact) => endedOn !== null && endedOn <= today()
    return {
      current: all.filter((contact) => !hasEnded(contact)),
      ended: all.filter(hasEnded).reverse(),
      mayChange: mayUnderCare(context, 'key_contact', 'update').allowed,
    }
  })
}

/** Who could be a contact of the person. @throws NotFound, NotAllowed */
export async function getKeyContactForm(actor: Actor, patientId: string): Promise<PossibleContact[]> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['key_contact', 'create'])
    return listPossibleContacts(tx, patientId)
  })
}

/** A contact to be changed or ended, and who could be one instead. @throws NotFound, NotAllowed */
export async function getKeyContact(
  actor: Actor,
  patientId: string,
  contactId: string,
): Promise<{ contact: KeyContact; possible: PossibleContact[] }> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['key_contact', 'update'])
    const contact = (await listKeyContacts(tx, patientId)).find(({ id }) => id === contactId)
    if (!contact) throw new NotFound()
    return { contact, possible: await listPossibleContacts(tx, patientId) }
  })
}

/** All of a patient's contacts, by role, the earliest first. For who has the patient open. */
export async function listKeyContacts(tx: Tx, patientId: string): Promise<KeyContact[]> {
  const rows = await tx.keyContact.findMany({
    where: { patientId },
    include: { team: { select: { name: true, telephone: true } } },
    orderBy: [{ role: 'asc' }, { startedOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ team, ...row }) => ({
    id: row.id,
    version: row.version,
    role: row.role,
    staffId: row.staffId,
    teamName: team?.name ?? null,
    name: row.name,
    relationship: row.relationship,
    telephone: row.telephone ?? team?.telephone ?? null,
    hasOwnTelephone: row.telephone !== null,
    email: row.email,
    startedOn: fromDatabaseDate(row.startedOn),
    endedOn: fromDatabaseDateOrNull(row.endedOn),
  }))
}

/** The members, today, of the hospital and community teams that have the patient in care, by name. */
export async function listPossibleContacts(tx: Tx, patientId: string): Promise<PossibleContact[]> {
  const teams = (await listCaringTeams(tx, patientId)).filter(({ kind }) => kind !== 'practice')
  const day = toDatabaseDate(today())
  const members = await tx.teamMember.findMany({
    where: {
      teamId: { in: teams.map(({ id }) => id) },
      startedOn: { lte: day },
      OR: [{ endedOn: null }, { endedOn: { gt: day } }],
      staff: { disabledAt: null },
    },
    select: {
      staffId: true,
      teamId: true,
      staff: { select: { givenName: true, familyName: true } },
      team: { select: { name: true } },
    },
    orderBy: [{ staff: { familyName: 'asc' } }, { staff: { givenName: 'asc' } }, { team: { name: 'asc' } }],
  })
  const found = members.map(({ staff, team, ...ids }) => ({
    ...ids,
    name: formatNamePlain(staff),
    teamName: team.name,
  }))
  return found.filter(({ staffId }, place) => found.findIndex((one) => one.staffId === staffId) === place)
}
