import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { voidFact } from '@/lib/platform/voided-facts'
import { withdrawReviewActions } from '@/lib/review-actions/withdraw-review-actions'
import { followNextReview } from './internal/follow-next-review'
import { holdReviews, reconsiderReviews } from './reconsider-reviews'
import type { voidReviewSchema } from './recording-schema'

/**
 * Marks a review as recorded in error. It stays readable in the practice, and counts for nothing more: the window that it
 * met is open again, what it agreed and is not done is withdrawn, and the hospital reads nothing of it.
 *
 * @throws NotFound, NotAllowed, RuleBroken if it was voided before
 */
export async function voidCancerCareReview(
  actor: Actor,
  { patientId, reviewId, reason }: z.output<typeof voidReviewSchema>,
): Promise<null> {
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['cancer_care_review', 'void'])
    await holdReviews(tx, [patientId])
    const { teams } = await openPatient(tx, actor, patientId, ['cancer_care_review', 'void'])
    const practice = teams.find(({ role }) => role === 'gp')
    const review = isUuid(reviewId)
      ? await tx.cancerCareReview.findFirst({
          where: { id: reviewId, patientId },
          select: { diagnosisId: true },
        })
      : null
    if (!review || !practice) throw new NotFound()
    const voiding = { patientId, entity: 'cancer_care_review', entityId: reviewId, reason }
    if (!(await voidFact(tx, { ...voiding, recordedById: actor.staffId })))
      throw new RuleBroken('This review was marked as recorded in error already')
    const withdrawn = await withdrawReviewActions(tx, actor, { patientId, reviewId })
    const { teamId } = practice
    await followNextReview(tx, { patientId, diagnosisId: review.diagnosisId, teamId, how: 'superseded' })
    await reconsiderReviews(tx, [patientId])
    await recordAccess(tx, {
      event: 'cancer_care_review.voided',
      patientId,
      entityId: reviewId,
      detail: { withdrawn },
    })
    return null
  })
}
