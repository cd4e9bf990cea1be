import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { draftIsStale, takeDraft } from '@/lib/needs-assessments/stored-drafts'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { RuleBroken } from '@/lib/platform/errors'
import { agreeReviewActions } from '@/lib/review-actions/agree-review-actions'
import { followNextReview } from './internal/follow-next-review'
import { openReviewInProgress, type ReviewInProgress } from './internal/review-in-progress'
import { holdReviews, reconsiderReviews } from './reconsider-reviews'
import type { reviewDraftVersionSchema } from './recording-schema'
import { checkReview, type ReviewAnswers } from './recording-rules'
import { REVIEW_CONTENT_SCHEMA } from './review-content'

const GONE = 'This review was filed or discarded meanwhile. Open the first page to see how it stands'

/**
 * Files the draft as a cancer care review: whole, or not at all. Closes what asked for it, opens what it agreed, each
 * with its owner and date, and removes the draft.
 *
 * @param input the version of the draft that was checked
 * @throws NotFound, NotAllowed, Stale if the draft was changed since, RuleBroken at the fields that are not answered
 */
export async function recordCancerCareReview(
  actor: Actor,
  input: z.output<typeof reviewDraftVersionSchema>,
): Promise<{ reviewId: string }> {
  const { patientId } = input
  return asActor(actor, async (tx) => {
    await openReviewInProgress(tx, actor, input, ['cancer_care_review', 'create'])
    await holdReviews(tx, [patientId])
    // Whoever was waited for may have filed it, or moved the person to another practice.
    const opened = await openReviewInProgress(tx, actor, input, ['cancer_care_review', 'create'])
    const { stored, draft, grounds } = opened
    if (!stored) throw new RuleBroken(GONE)
    if (stored.version !== input.version) throw await draftIsStale(tx, actor, stored)
    const checked = checkReview(draft, grounds)
    if (!checked.ok) throw new RuleBroken(checked.problems)
    if (!(await takeDraft(tx, stored))) throw new RuleBroken(GONE)
    const reviewId = await insertReview(tx, actor, opened, checked.answers)
    await recordAccess(tx, {
      event: 'cancer_care_review.recorded',
      patientId,
      entityId: reviewId,
      detail: { length: checked.answers.length, actions: checked.answers.actions.length },
    })
    return { reviewId }
  })
}

async function insertReview(
  tx: Tx,
  actor: Actor,
  { place, grounds }: ReviewInProgress,
  answers: ReviewAnswers,
): Promise<string> {
  const { patientId, teamId, subjectId: diagnosisId } = place
  const { heldOn, mode, length, carerPresent, content, isShared, outcomeSummary, nextReviewOn } = answers
  const id = uuidv7()
  await tx.cancerCareReview.createMany({
    data: {
      id,
      patientId,
      teamId,
      diagnosisId,
      heldOn: toDatabaseDate(heldOn),
      mode,
      length,
      carerPresent,
      schemaNumber: REVIEW_CONTENT_SCHEMA,
      content,
      outcomeSummary,
      sharedWithHospital: isShared,
      snomedCode: grounds.template.code.code,
      nextReviewOn: nextReviewOn ? toDatabaseDate(nextReviewOn) : null,
      recordedAt: now(),
      recordedById: actor.staffId,
    },
  })
  const agreed = { patientId, reviewId: id, practiceTeamId: teamId, isShared, actions: answers.actions }
  await agreeReviewActions(tx, actor, agreed)
  await followNextReview(tx, { patientId, diagnosisId, teamId, how: 'met' })
  await reconsiderReviews(tx, [patientId])
  return id
}
