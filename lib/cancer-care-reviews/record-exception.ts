import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { writeReviewFact } from './internal/write-review-fact'
import type { recordExceptionSchema } from './schema'

/**
 * Records that a review is not suitable, for this diagnosis, or that the person is under palliative care, for all of
 * theirs: what was owed is owed no more until that is recorded as an error.
 *
 * @throws NotFound, NotAllowed; RuleBroken at the day
 */
export async function recordException(
  actor: Actor,
  input: z.output<typeof recordExceptionSchema>,
): Promise<{ factId: string }> {
  return writeReviewFact(actor, 'cancer_care_review.excused', { ...input, channel: null })
}
