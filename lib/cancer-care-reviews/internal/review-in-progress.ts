import 'server-only'
import type { PatientEntity, Verb } from '@/lib/access/access-table'
import type { Actor } from '@/lib/access/actor'
import { openPatient } from '@/lib/access/care-context'
import { listCaringTeams } from '@/lib/care-teams/current-teams'
import type { Diagnosis } from '@/lib/diagnoses/diagnosis'
import { listDiagnoses } from '@/lib/diagnoses/queries'
import { findDraft, type DraftPlace, type KeptDraft } from '@/lib/needs-assessments/stored-drafts'
import { findDayOfDeath } from '@/lib/patients/day-of-death'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { REVIEW_DRAFT_FORM, reviewDraftSchema, type ReviewDraft } from '../review-draft'
import type { ReviewGrounds } from '../recording-rules'
import { currentTemplate } from './current-template'

export type ReviewPlace = { patientId: string; diagnosisId: string }

export type ReviewInProgress = {
  diagnosis: Diagnosis
  place: DraftPlace
  stored: KeptDraft | null
  draft: ReviewDraft
  grounds: ReviewGrounds
}

/**
 * The review that a practice of the actor's is preparing or holding after a diagnosis: its draft, or a blank one, and
 * what it is checked against. Also after a recurrence, for which none is owed but one may be of use.
 *
 * @throws NotFound, also for a diagnosis recorded in error; NotAllowed
 */
export async function openReviewInProgress(
  tx: Tx,
  actor: Actor,
  { patientId, diagnosisId }: ReviewPlace,
  purpose: [PatientEntity, Verb],
): Promise<ReviewInProgress> {
  const { teams } = await openPatient(tx, actor, patientId, purpose)
  const practice = teams.find(({ role }) => role === 'gp')
  const diagnosis = (await listDiagnoses(tx, patientId)).find(({ id }) => id === diagnosisId)
  if (!practice || !diagnosis) throw new NotFound()
  const place = { patientId, teamId: practice.teamId, form: REVIEW_DRAFT_FORM, subjectId: diagnosisId }
  const stored = await findDraft(tx, place)
  const draft = stored ? reviewDraftSchema.parse(stored.content) : blankDraft()
  return { diagnosis, place, stored, draft, grounds: await groundsOf(tx, patientId, diagnosis) }
}

async function groundsOf(tx: Tx, patientId: string, { diagnosedOn }: Diagnosis): Promise<ReviewGrounds> {
  const teams = await listCaringTeams(tx, patientId)
  const hospitals = teams.filter(({ kind }) => kind !== 'practice')
  return {
    template: currentTemplate,
    diagnosedOn,
    diedOn: await findDayOfDeath(tx, patientId),
    today: today(),
    owners: [
      { value: 'practice', name: 'Our practice' },
      { value: 'person', name: 'The person' },
      ...hospitals.map(({ id, name }) => ({ value: id, name })),
    ],
  }
}

/** A review begins with today's date: most are filled in as they are held. */
function blankDraft(): ReviewDraft {
  const [year = '', month = '', day = ''] = today().split('-')
  return reviewDraftSchema.parse({
    templateVersion: currentTemplate.version,
    heldOn: { day: String(Number(day)), month: String(Number(month)), year },
    nextReviewOn: {},
  })
}
