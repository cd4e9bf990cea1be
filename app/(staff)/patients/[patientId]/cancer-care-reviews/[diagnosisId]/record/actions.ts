'use server'

import { revalidatePath } from 'next/cache'
import { formAction } from '@/lib/accounts/form-action'
import { discardReviewDraft } from '@/lib/cancer-care-reviews/discard-review-draft'
import { reviewDraftVersionSchema, reviewFormSchema } from '@/lib/cancer-care-reviews/recording-schema'
import { saveReviewDraft } from '@/lib/cancer-care-reviews/save-review-draft'
import { formatTimeForStaff } from '@/lib/nhs/instant'
import { now } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** Saves while somebody types, for another row, on "come back later" and on the way to the check. */
export const saveReviewDraftAction = formAction(
  'cancer-care-review.save-draft',
  reviewFormSchema,
  async (actor, { intent, save }) => {
    const { version, problems } = await saveReviewDraft(actor, save)
    const { patientId, diagnosisId, draft } = save
    const form = routes.recordReview(patientId, diagnosisId)
    if (intent === 'later') return `${routes.cancerCareReview(patientId, diagnosisId)}?done=saved`
    if (intent === 'more' || (intent === 'check' && problems.length === 0)) {
      // Going back in the browser must show what was saved, not the page as it was first drawn.
      revalidatePath(form)
      return intent === 'more'
        ? `${form}?length=${draft.length}#actions`
        : routes.checkReview(patientId, diagnosisId)
    }
    return { errors: problems, values: { version: String(version), savedAt: formatTimeForStaff(now()) } }
  },
)

export const discardReviewDraftAction = formAction(
  'cancer-care-review.discard-draft',
  reviewDraftVersionSchema,
  async (actor, input) => {
    await discardReviewDraft(actor, input)
    return `${routes.cancerCareReview(input.patientId, input.diagnosisId)}?done=discarded`
  },
)
