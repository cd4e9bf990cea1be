import 'server-only'
import type { Verb } from '@/lib/access/access-table'
import type { Actor } from '@/lib/access/actor'
import { openPatient, type CareContext } from '@/lib/access/care-context'
import type { Diagnosis } from '@/lib/diagnoses/diagnosis'
import { listDiagnoses } from '@/lib/diagnoses/queries'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { owesReviews } from '../counted-diagnosis'
import { lockReviews } from './review-lock'

type Place = { patientId: string; diagnosisId: string }
type Opened = {
  diagnosis: Diagnosis
  /** The team of the practice that the actor acts for. */
  teamId: string
}

/**
 * A diagnosis that reviews are owed after, of somebody registered with a practice of the actor's.
 *
 * @throws NotFound, also for a diagnosis that owes no review or was recorded in error; NotAllowed
 */
export async function openReviewedDiagnosis(
  tx: Tx,
  actor: Actor,
  { patientId, diagnosisId }: Place,
  verb: Verb,
): Promise<Opened> {
  const context = await openPatient(tx, actor, patientId, ['review_fact', verb])
  const diagnosis = (await listDiagnoses(tx, patientId)).find(({ id }) => id === diagnosisId)
  if (!diagnosis || !owesReviews(diagnosis)) throw new NotFound()
  return { diagnosis, teamId: practiceTeam(context) }
}

/** As `openReviewedDiagnosis`, for a command: whoever was waited for may have moved the person to another practice. */
export async function holdReviewedDiagnosis(tx: Tx, actor: Actor, place: Place, verb: Verb): Promise<Opened> {
  await openPatient(tx, actor, place.patientId, ['review_fact', verb])
  await lockReviews(tx, [place.patientId])
  return openReviewedDiagnosis(tx, actor, place, verb)
}

function practiceTeam({ teams }: CareContext): string {
  const practice = teams.find(({ role }) => role === 'gp')
  if (!practice) throw new NotFound()
  return practice.teamId
}
