import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { draftIsStale, takeDraft } from '@/lib/needs-assessments/stored-drafts'
import { NotFound } from '@/lib/platform/errors'
import { openReviewInProgress } from './internal/review-in-progress'
import type { reviewDraftVersionSchema } from './recording-schema'

/**
 * Throws a review in progress away, with what the person had wanted to talk about. What asked for the review stays open.
 *
 * @throws NotFound, NotAllowed, Stale if somebody saved since
 */
export async function discardReviewDraft(
  actor: Actor,
  input: z.output<typeof reviewDraftVersionSchema>,
): Promise<null> {
  const { patientId, diagnosisId, version } = input
  return asActor(actor, async (tx) => {
    const { stored } = await openReviewInProgress(tx, actor, input, ['review_draft', 'update'])
    if (!stored) throw new NotFound()
    if (stored.version !== version || !(await takeDraft(tx, stored)))
      throw await draftIsStale(tx, actor, stored)
    await recordAccess(tx, {
      event: 'cancer_care_review.draft_discarded',
      patientId,
      entityId: diagnosisId,
      detail: { version },
    })
    return null
  })
}
