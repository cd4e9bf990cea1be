import 'server-only'
import { recordAccess } from '@/lib/access-log/record-access'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, openPatient } from '@/lib/access/care-context'
import type { CaringTeam } from '@/lib/care-teams/current-teams'
import { findDayOfDeath } from '@/lib/patients/day-of-death'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { NotFound } from '@/lib/platform/errors'
import type { ContactView } from './contact'
import { listTeamsToAsk } from './internal/asked-team'
import { findContacts } from './internal/contact-rows'
import { viewContacts } from './internal/contact-view'
import { questionsAbout } from './internal/judge-flags'
import { isStaffedNow } from './internal/promise'
import { listClinicians, listReceivers, type Receiver } from './internal/receivers'
import type { RedFlagQuestion } from './red-flag-questions'
import { isOpen } from './rules'

export type NewContactPage = {
  questions: RedFlagQuestion[]
  /** Those that can be asked, the actor's own first. */
  teams: CaringTeam[]
  /** The actor works in a hospital or community team, so they may answer it themselves. */
  mayAnswer: boolean
  /** It is a working hour: somebody is there to answer today. */
  isStaffedNow: boolean
}

/** What the form that records a contact asks about a patient. @throws NotFound, NotAllowed */
export async function getNewContact(actor: Actor, patientId: string): Promise<NewContactPage> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['contact', 'create'])
    return {
      questions: await questionsAbout(tx, patientId),
      teams: await listTeamsToAsk(tx, context),
      mayAnswer: context.teams.some(({ role }) => role !== 'gp'),
      isStaffedNow: isStaffedNow(),
    }
  })
}

/** More than anybody had: the record of a patient is not paged. */
const MOST_OF_A_PATIENT = 200

export type PatientContacts = { contacts: ContactView[]; mayRecord: boolean }

/** Who got in touch about a patient, newest first. @throws NotFound, NotAllowed */
export async function listPatientContacts(actor: Actor, patientId: string): Promise<PatientContacts> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const { relation } = await openPatient(tx, actor, patientId, ['contact', 'read'])
    const rows = await findContacts(tx, { where: { patientId }, take: MOST_OF_A_PATIENT })
    const contacts = await viewContacts(tx, rows)
    await recordAccess(tx, { event: 'contact.viewed', patientId, detail: { contacts: rows.length } })
    return { contacts, mayRecord: relation === 'care' }
  })
}

export type ContactPage = {
  contact: ContactView
  /** The actor's hospital team has the person in care, and something is still owed. */
  mayChange: boolean
  hasDied: boolean
  receivers: Receiver[]
  clinicians: { staffId: string; name: string }[]
}

/** A contact with its story. @throws NotFound, NotAllowed */
export async function getContact(
  actor: Actor,
  { patientId, contactId }: { patientId: string; contactId: string },
): Promise<ContactPage> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['contact', 'read'])
    const [row] = isUuid(contactId) ? await findContacts(tx, { where: { id: contactId, patientId } }) : []
    if (!row) throw new NotFound()
    const [contact] = await viewContacts(tx, [row])
    if (!contact) throw new NotFound()
    const hasDied = (await findDayOfDeath(tx, patientId)) !== null
    const receivers = await listReceivers(tx, row)
    const clinicians = await listClinicians(tx, row.currentTeamId)
    await recordAccess(tx, { event: 'contact.viewed', patientId, entityId: row.id })
    const isClinical = context.teams.some(({ role }) => role !== 'gp')
    return { contact, hasDied, receivers, clinicians, mayChange: isClinical && isOpen(row.state) && !hasDied }
  })
}
