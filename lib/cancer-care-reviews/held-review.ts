import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, openPatient } from '@/lib/access/care-context'
import { mayUnderCare } from '@/lib/access/policy'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import type { Diagnosis, Voided } from '@/lib/diagnoses/diagnosis'
import { listDiagnoses } from '@/lib/diagnoses/queries'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { londonDate } from '@/lib/nhs/instant'
import { getPatientIdentity, type PatientIdentity } from '@/lib/patients/patient-identity'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate, fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import { NotFound } from '@/lib/platform/errors'
import type { ReviewMode, ReviewLength } from '@/lib/platform/prisma-client/enums'
import { listVoidedFacts } from '@/lib/platform/voided-facts'
import { listActionsOfReview } from '@/lib/review-actions/queries'
import type { ReviewActionView } from '@/lib/review-actions/review-action'
import { currentTemplate } from './internal/current-template'
import { readableContent } from './readable-content'
import { parseReviewContent, type ReviewContent } from './review-content'

/** A review as it was recorded. */
export type HeldReview = {
  id: string
  person: PatientIdentity
  /** Null where it was recorded in error since. */
  diagnosis: Diagnosis | null
  practice: string
  heldOn: CalendarDate
  mode: ReviewMode
  length: ReviewLength
  carerPresent: boolean
  /** Null where it cannot be shown: what came of the review can all the same. */
  content: ReviewContent | null
  outcomeSummary: string | null
  isShared: boolean
  nextReviewOn: CalendarDate | null
  code: { code: string; term: string }
  recorded: { by: string; on: CalendarDate }
  actions: ReviewActionView[]
  voided: Voided | null
  mayVoid: boolean
}

/** A review that was held, whole, for the practice. @throws NotFound, NotAllowed */
export async function getHeldReview(
  actor: Actor,
  { patientId, reviewId }: { patientId: string; reviewId: string },
): Promise<HeldReview> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['cancer_care_review', 'read'])
    const review = isUuid(reviewId)
      ? await tx.cancerCareReview.findFirst({
          where: { id: reviewId, patientId },
          include: { team: { select: { name: true } } },
        })
      : null
    if (!review) throw new NotFound()
    const diagnoses: Diagnosis[] = await listDiagnoses(tx, patientId, 'voided')
    const voided = await voidingOf(tx, patientId, reviewId)
    const nameOf = await staffNames(tx, [review.recordedById])
    const view = {
      id: review.id,
      person: await getPatientIdentity(tx, patientId),
      diagnosis: diagnoses.find(({ id }) => id === review.diagnosisId) ?? null,
      practice: review.team.name,
      heldOn: fromDatabaseDate(review.heldOn),
      mode: review.mode,
      length: review.length,
      carerPresent: review.carerPresent,
      content: readableContent(() => parseReviewContent(review.schemaNumber, review.content)),
      outcomeSummary: review.outcomeSummary,
      isShared: review.sharedWithHospital,
      nextReviewOn: fromDatabaseDateOrNull(review.nextReviewOn),
      code: { code: review.snomedCode, term: currentTemplate.code.term },
      recorded: { by: nameOf(review.recordedById), on: londonDate(review.recordedAt) },
      actions: await listActionsOfReview(tx, { patientId, reviewId }),
      voided,
      mayVoid: !voided && mayUnderCare(context, 'cancer_care_review', 'void').allowed,
    }
    await recordAccess(tx, { event: 'cancer_care_review.viewed', patientId, entityId: reviewId })
    return view
  })
}

async function voidingOf(tx: Tx, patientId: string, reviewId: string): Promise<Voided | null> {
  const error = (await listVoidedFacts(tx, patientId, 'cancer_care_review')).get(reviewId)
  if (!error) return null
  const nameOf = await staffNames(tx, [error.recordedById])
  return { on: londonDate(error.recordedAt), by: nameOf(error.recordedById), reason: error.reason }
}
