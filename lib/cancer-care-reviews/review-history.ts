import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { mayUnderCare } from '@/lib/access/policy'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import type { Diagnosis, Voided } from '@/lib/diagnoses/diagnosis'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { londonDate } from '@/lib/nhs/instant'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound } from '@/lib/platform/errors'
import type { ReviewChannel, ReviewFactKind } from '@/lib/platform/prisma-client/enums'
import { listVoidedFacts } from '@/lib/platform/voided-facts'
import { readReviewCourses } from './internal/review-course-rows'
import { openReviewedDiagnosis } from './internal/reviewed-diagnosis'
import { windowsOf, type ReviewCourse, type WindowName } from './review-course'
import type { ReviewWindow } from './review-windows'

/** A fact on the way to a review, with who recorded it. */
export type ReviewFactView = {
  id: string
  kind: ReviewFactKind
  on: CalendarDate
  channel: ReviewChannel | null
  note: string | null
  recordedOn: CalendarDate
  recordedBy: string
  voided: Voided | null
}

/** The reviews after one diagnosis: where each stands, and what led there. */
export type ReviewHistory = {
  diagnosis: Diagnosis
  windows: { window: WindowName; standing: ReviewWindow }[]
  /** The latest first; those recorded in error too. */
  facts: ReviewFactView[]
  today: CalendarDate
  /** Between two invitations, by the standard of the practice. */
  invitationGapDays: number
  mayRecord: boolean
  mayVoid: boolean
}

/**
 * Where the two reviews after a diagnosis stand, and the invitations, refusals and exceptions behind it.
 *
 * @throws NotFound, NotAllowed
 */
export async function getReviewHistory(
  actor: Actor,
  place: { patientId: string; diagnosisId: string },
): Promise<ReviewHistory> {
  const { patientId, diagnosisId } = place
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const { diagnosis } = await openReviewedDiagnosis(tx, actor, place, 'read')
    const context = await openPatient(tx, actor, patientId, ['review_fact', 'read'])
    const [course] = await readReviewCourses(tx, [patientId])
    if (!course?.practice) throw new NotFound()
    const view = {
      diagnosis,
      windows: windowsAfter(course, diagnosisId),
      facts: await listReviewFacts(tx, place),
      today: today(),
      invitationGapDays: course.practice.standards.invitationGapDays,
      mayRecord: mayUnderCare(context, 'review_fact', 'create').allowed,
      mayVoid: mayUnderCare(context, 'review_fact', 'void').allowed,
    }
    await recordAccess(tx, { event: 'cancer_care_review.course_viewed', patientId, entityId: diagnosisId })
    return view
  })
}

/**
 * The same, for a form that records something about it.
 *
 * @throws NotFound, NotAllowed
 */
export async function getReviewToRecord(
  actor: Actor,
  place: { patientId: string; diagnosisId: string },
): Promise<ReviewHistory> {
  const history = await getReviewHistory(actor, place)
  if (!history.mayRecord) throw new NotFound()
  return history
}

/** One of those facts, to be marked as recorded in error. @throws NotFound, NotAllowed */
export async function getReviewFactToVoid(
  actor: Actor,
  { factId, ...place }: { patientId: string; diagnosisId: string; factId: string },
): Promise<ReviewFactView> {
  const { facts, mayVoid } = await getReviewHistory(actor, place)
  const fact = facts.find(({ id }) => id === factId)
  if (!fact || !mayVoid) throw new NotFound()
  return fact
}

function windowsAfter(course: ReviewCourse, diagnosisId: string): ReviewHistory['windows'] {
  return windowsOf(course, today()).filter((window) => window.diagnosisId === diagnosisId)
}

async function listReviewFacts(
  tx: Tx,
  { patientId, diagnosisId }: { patientId: string; diagnosisId: string },
): Promise<ReviewFactView[]> {
  const rows = await tx.reviewFact.findMany({
    where: { patientId, diagnosisId },
    orderBy: [{ on: 'desc' }, { id: 'desc' }],
  })
  const voided = await listVoidedFacts(tx, patientId, 'review_fact')
  const voiders = [...voided.values()].map(({ recordedById }) => recordedById)
  const nameOf = await staffNames(tx, [...rows.map(({ recordedById }) => recordedById), ...voiders])
  return rows.map(({ id, kind, on, channel, note, recordedAt, recordedById }) => {
    const error = voided.get(id)
    return {
      id,
      kind,
      on: fromDatabaseDate(on),
      channel,
      note,
      recordedOn: londonDate(recordedAt),
      recordedBy: nameOf(recordedById),
      voided: error
        ? { on: londonDate(error.recordedAt), by: nameOf(error.recordedById), reason: error.reason }
        : null,
    }
  })
}
