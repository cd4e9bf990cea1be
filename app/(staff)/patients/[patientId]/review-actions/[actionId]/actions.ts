'use server'

import { formAction } from '@/lib/accounts/form-action'
import { whereNext } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'
import { answerReviewAction } from '@/lib/review-actions/answer-review-action'
import { answerReviewActionSchema } from '@/lib/review-actions/schema'

export const answerReviewActionAction = formAction(
  'review-action.answer',
  answerReviewActionSchema,
  async (actor, input) => {
    await answerReviewAction(actor, input)
    return whereNext(input.returnTo, routes.reviewAction(input.patientId, input.actionId), 'answered')
  },
)
