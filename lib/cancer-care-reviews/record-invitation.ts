import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { writeReviewFact } from './internal/write-review-fact'
import type { recordInvitationSchema } from './schema'

/**
 * Records that somebody was invited to a cancer care review. Two invitations in a window, as far apart as the practice's
 * standard asks, are an answer if no other came: the review is then owed no more.
 *
 * @throws NotFound, NotAllowed; RuleBroken at the day
 */
export async function recordInvitation(
  actor: Actor,
  input: z.output<typeof recordInvitationSchema>,
): Promise<{ factId: string }> {
  return writeReviewFact(actor, 'cancer_care_review.invited', { ...input, kind: 'invited' })
}
