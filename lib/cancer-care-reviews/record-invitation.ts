import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { writeReviewFact } from './internal/write-review-fact'
import type { recordInvitationSchema } from './schema'

/**
 * Records that somebody was invited to a cancer care review. Two invitations in a window, each with the days to answer
 * that the practice's standard gives, are an answer if no other came: the review is then owed no more. Recorded that much
 * later, it ends at once; else the nightly job ends it.
 *
 * @throws NotFound, NotAllowed; RuleBroken at the day
 */
export async function recordInvitation(
  actor: Actor,
  input: z.output<typeof recordInvitationSchema>,
): Promise<{ factId: string }> {
  return writeReviewFact(actor, 'cancer_care_review.invited', { ...input, kind: 'invited' })
}
