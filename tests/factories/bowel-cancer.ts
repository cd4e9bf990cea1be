import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { decideFollowUp } from '@/lib/follow-up/decide-follow-up'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { atInstant, today } from '@/lib/platform/clock'
import { answerPracticeRequest } from '@/lib/practice-requests/answer-practice-request'
import { listRequestsOfSummary } from '@/lib/practice-requests/list-requests'
import { draftTreatmentSummary } from '@/lib/treatment-summaries/draft-treatment-summary'
import { markSummarySeen } from '@/lib/treatment-summaries/mark-summary-seen'
import { signTreatmentSummary } from '@/lib/treatment-summaries/sign-treatment-summary'
import { recordedOffer } from './assessments'
import { agreedCarePlan, reviewedCarePlan } from './care-plans'
import { recordedDiagnosis, recordedTreatment } from './diagnoses'
import { usualDecision } from './follow-up'
import { filledSummary, shownSummary, summaryNow } from './treatment-summaries'

/** Somebody operated on for bowel cancer, and who looks after them. */
export type BowelCancer = {
  patientId: string
  teamId: string
  operatedOn: CalendarDate
  clinician: Actor
  supportWorker: Actor
  gp: Actor
}

/** Has it happen at eleven in the morning of its day. */
export function told<Result>(on: CalendarDate, happens: () => Promise<Result>): Promise<Result> {
  return atInstant(new Date(`${on}T11:00:00Z`), happens)
}

/**
 * From the diagnosis to the decision about follow-up, chapter by chapter, each told as of its day when it is taken.
 *
 * @yields what happened, for whoever checks after each
 */
export async function* toTheDecision(story: BowelCancer): AsyncGenerator<string, Decided> {
  const { patientId, teamId, operatedOn, clinician, supportWorker } = story
  const after = (days: number) => addDays(operatedOn, days)
  const diagnosedOn = after(-40)
  const diagnosis = { diagnosedOn, icd10Code: 'C18.7', laterality: '8' } as const
  const diagnosisId = await told(after(-40), () => recordedDiagnosis(clinician, patientId, diagnosis))
  yield 'diagnosed'
  await told(after(-35), () => recordedOffer(supportWorker, patientId, teamId))
  yield 'offered an assessment'
  const plan = await told(after(-28), () => agreedCarePlan(clinician, patientId, teamId))
  yield 'assessed, and a plan agreed'
  const treatment = { startedOn: operatedOn, endedOn: operatedOn, diagnosisId }
  await told(operatedOn, () => recordedTreatment(clinician, patientId, treatment))
  yield 'operated on'
  await told(after(10), () => reviewedCarePlan(clinician, plan))
  const atTheEnd = { outcome: 'declined', pathwayPoint: 'end_of_treatment' } as const
  await told(after(20), () =>
    recordedOffer(supportWorker, patientId, teamId, { ...atTheEnd, offeredOn: after(20) }),
  )
  yield 'at the end of treatment'
  const summaryId = await told(after(30), () => summedUp(story, diagnosisId))
  yield 'summed up'
  await told(after(33), () => answeredByPractice(story, summaryId))
  yield 'answered by the practice'
  const pathwayId = await told(after(60), () => decided(story, diagnosisId, after(60)))
  yield 'decided'
  return { diagnosisId, pathwayId }
}

export type Decided = { diagnosisId: string; pathwayId: string }

async function summedUp(
  { patientId, operatedOn, clinician }: BowelCancer,
  diagnosisId: string,
): Promise<string> {
  const { summaryId } = await draftTreatmentSummary(clinician, {
    patientId,
    diagnosisId,
    phaseEndedOn: operatedOn,
  })
  const draft = await filledSummary(clinician, await summaryNow(clinician, { patientId, summaryId }))
  await signTreatmentSummary(clinician, shownSummary(draft))
  return summaryId
}

/** The practice reads the summary and does all that it asks. */
async function answeredByPractice(
  { patientId, clinician, gp }: BowelCancer,
  summaryId: string,
): Promise<void> {
  const { versions } = await summaryNow(clinician, { patientId, summaryId })
  const delivery = versions[0]?.deliveries[0]
  await markSummarySeen(gp, { deliveryId: delivery?.id ?? '' })
  const requests = await asActor(clinician, (tx) => listRequestsOfSummary(tx, summaryId))
  const done = { answer: 'done', note: null, reason: null } as const
  for (const { id, version } of requests)
    await answerPracticeRequest(gp, { requestId: id, version, on: today(), ...done })
}

async function decided(
  { patientId, operatedOn, clinician }: BowelCancer,
  diagnosisId: string,
  decidedOn: CalendarDate,
): Promise<string> {
  const usual = usualDecision(patientId, diagnosisId, operatedOn)
  const { pathwayId } = await decideFollowUp(clinician, { ...usual, protocol: 'colorectal', decidedOn })
  return pathwayId
}
