'use server'

import { formAction } from '@/lib/accounts/form-action'
import { saveReviewWishesSchema } from '@/lib/cancer-care-reviews/recording-schema'
import { saveReviewWishes } from '@/lib/cancer-care-reviews/save-review-draft'
import { routes } from '@/lib/platform/routes'

export const saveReviewWishesAction = formAction(
  'cancer-care-review.save-wishes',
  saveReviewWishesSchema,
  async (actor, input) => {
    await saveReviewWishes(actor, input)
    return `${routes.cancerCareReview(input.patientId, input.diagnosisId)}?done=noted`
  },
)
