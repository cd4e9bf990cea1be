import 'server-only'
import { latestAgreement } from '@/lib/care-plans/latest-agreement'
import { listCaringTeams } from '@/lib/care-teams/current-teams'
import type { KeyContact } from '@/lib/care-teams/key-contact'
import { listKeyContacts } from '@/lib/care-teams/list-key-contacts'
import type { Diagnosis } from '@/lib/diagnoses/diagnosis'
import { listTreatments } from '@/lib/diagnoses/queries'
import { latestAssessment } from '@/lib/needs-assessments/queries'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import type { RecordFacts } from '../draft-from-record'

type About = { patientId: string; teamId: string; diagnosis: Diagnosis; phaseEndedOn: CalendarDate }

/** What the record knows today that a summary of this phase says. For who has the patient open. */
export async function readRecordFacts(
  tx: Tx,
  { patientId, teamId, diagnosis, phaseEndedOn }: About,
): Promise<RecordFacts> {
  const teams = await listCaringTeams(tx, patientId)
  const team = teams.find(({ id }) => id === teamId)
  if (!team) throw new NotFound()
  const contacts = (await listKeyContacts(tx, patientId)).filter(
    ({ endedOn }) => endedOn === null || endedOn > today(),
  )
  const treatments = await listTreatments(tx, patientId)
  const assessment = await latestAssessment(tx, patientId)
  const first = (role: KeyContact['role']) => contacts.find((contact) => contact.role === role) ?? null
  const carer = first('carer')
  return {
    phaseEndedOn,
    team,
    diagnosis,
    practice: teams.find(({ kind }) => kind === 'practice')?.name ?? null,
    consultant: first('consultant')?.name ?? null,
    keyWorker: first('cancer_nurse_specialist') ?? first('support_worker'),
    carer: carer && (carer.relationship ? `${carer.name} (${carer.relationship})` : carer.name),
    treatments: treatments.filter(
      ({ diagnosisId, startedOn }) =>
        startedOn <= phaseEndedOn && (diagnosisId === null || diagnosisId === diagnosis.id),
    ),
    assessedOn: assessment?.completedOn ?? null,
    planAgreedOn: await latestAgreement(tx, patientId),
  }
}
