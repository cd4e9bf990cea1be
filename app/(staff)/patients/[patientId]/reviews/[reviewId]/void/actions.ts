'use server'

import { formAction } from '@/lib/accounts/form-action'
import { voidReviewSchema } from '@/lib/cancer-care-reviews/recording-schema'
import { voidCancerCareReview } from '@/lib/cancer-care-reviews/void-cancer-care-review'
import { routes } from '@/lib/platform/routes'

export const voidReviewAction = formAction(
  'cancer-care-review.void',
  voidReviewSchema,
  async (actor, input) => {
    await voidCancerCareReview(actor, input)
    return `${routes.heldReview(input.patientId, input.reviewId)}?done=voided`
  },
)
