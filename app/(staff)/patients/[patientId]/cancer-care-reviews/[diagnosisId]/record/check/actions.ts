'use server'

import { formAction } from '@/lib/accounts/form-action'
import { recordCancerCareReview } from '@/lib/cancer-care-reviews/record-cancer-care-review'
import { reviewDraftVersionSchema } from '@/lib/cancer-care-reviews/recording-schema'
import { routes } from '@/lib/platform/routes'

export const recordCancerCareReviewAction = formAction(
  'cancer-care-review.record',
  reviewDraftVersionSchema,
  async (actor, input) => {
    const { reviewId } = await recordCancerCareReview(actor, input)
    return `${routes.heldReview(input.patientId, reviewId)}?done=filed`
  },
)
