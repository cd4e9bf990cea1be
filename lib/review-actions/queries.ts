import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { findReviewActions } from './internal/action-rows'
import { viewReviewActions } from './internal/action-views'
import { openReviewAction } from './internal/open-action'
import type { ReviewActionPage, ReviewActionView } from './review-action'
import { answersFor } from './rules'

/** An action that a review agreed, with its story. @throws NotFound, NotAllowed */
export async function getReviewAction(
  actor: Actor,
  place: { patientId: string; actionId: string },
): Promise<ReviewActionPage> {
  await getPatientPage(actor, place.patientId)
  return asActor(actor, async (tx) => {
    const action = await openReviewAction(tx, actor, place, 'read')
    const [view] = await viewReviewActions(tx, [action])
    if (!view) throw new NotFound()
    const answers = action.answering.flatMap((side) => answersFor(action.state, action.ownerKind, side))
    await recordAccess(tx, { event: 'review_action.viewed', patientId: place.patientId, entityId: action.id })
    return { ...view, answers: [...new Set(answers)], isPractice: action.answering.includes('practice') }
  })
}

/** What a review agreed, in the order agreed, for a query that has the patient open. */
export async function listActionsOfReview(
  tx: Tx,
  review: { patientId: string; reviewId: string },
): Promise<ReviewActionView[]> {
  return viewReviewActions(tx, await findReviewActions(tx, review))
}
