import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { writeReviewFact } from './internal/write-review-fact'
import type { recordDeclineSchema } from './schema'

/**
 * Records that the person does not want the review. It counts for the window of that day, and for the first if that is
 * overdue: the second review is offered again in its turn.
 *
 * @throws NotFound, NotAllowed; RuleBroken at the day
 */
export async function recordDecline(
  actor: Actor,
  input: z.output<typeof recordDeclineSchema>,
): Promise<{ factId: string }> {
  return writeReviewFact(actor, 'cancer_care_review.declined', { ...input, kind: 'declined', channel: null })
}
