'use server'

import { formAction } from '@/lib/accounts/form-action'
import { whereNext } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'
import { answerPracticeRequest } from '@/lib/practice-requests/answer-practice-request'
import { answerPracticeRequestSchema } from '@/lib/practice-requests/schema'

export const answerPracticeRequestAction = formAction(
  'practice.answer-request',
  answerPracticeRequestSchema,
  async (actor, input) => {
    await answerPracticeRequest(actor, input)
    return whereNext(input.returnTo, routes.answerPracticeRequest(input.requestId), 'answered')
  },
)
