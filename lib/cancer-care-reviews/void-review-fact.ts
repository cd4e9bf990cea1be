import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { voidFact } from '@/lib/platform/voided-facts'
import { holdReviews, reconsiderReviews } from './reconsider-reviews'
import type { voidReviewFactSchema } from './schema'

/**
 * Marks an invitation, a refusal or an exception as recorded in error; it stays as such, and what it had excused is owed
 * again.
 *
 * @throws NotFound, NotAllowed
 * @throws RuleBroken if it was marked before
 */
export async function voidReviewFact(
  actor: Actor,
  input: z.output<typeof voidReviewFactSchema>,
): Promise<null> {
  const { patientId, diagnosisId, factId: id, reason } = input
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['review_fact', 'void'])
    await holdReviews(tx, [patientId])
    await openPatient(tx, actor, patientId, ['review_fact', 'void'])
    const found = await tx.reviewFact.count({ where: { id, patientId, diagnosisId } })
    if (found === 0) throw new NotFound()
    const voiding = { patientId, entity: 'review_fact', entityId: id, reason }
    const isFirst = await voidFact(tx, { ...voiding, recordedById: actor.staffId })
    if (!isFirst) throw new RuleBroken('This was marked as recorded in error already')
    await reconsiderReviews(tx, [patientId])
    await recordAccess(tx, { event: 'cancer_care_review.fact_voided', patientId, entityId: id })
    return null
  })
}
