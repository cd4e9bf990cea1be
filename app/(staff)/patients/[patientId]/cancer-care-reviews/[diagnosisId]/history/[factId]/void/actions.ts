'use server'

import { formAction } from '@/lib/accounts/form-action'
import { voidReviewFactSchema } from '@/lib/cancer-care-reviews/schema'
import { voidReviewFact } from '@/lib/cancer-care-reviews/void-review-fact'
import { routes } from '@/lib/platform/routes'

export const voidReviewFactAction = formAction(
  'cancer-care-review.void-fact',
  voidReviewFactSchema,
  async (actor, input) => {
    await voidReviewFact(actor, input)
    return `${routes.reviewHistory(input.patientId, input.diagnosisId)}?done=voided`
  },
)
