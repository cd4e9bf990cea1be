'use server'

import { formAction } from '@/lib/accounts/form-action'
import { answerPracticeAction } from '@/lib/care-plans/answer-practice-action'
import { answerPracticeActionSchema } from '@/lib/care-plans/schema'
import { whereNext } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'

export const answerPracticeActionAction = formAction(
  'practice.answer-action',
  answerPracticeActionSchema,
  async (actor, input) => {
    await answerPracticeAction(actor, input)
    return whereNext(input.returnTo, routes.practiceAction(input.actionId), 'answered')
  },
)
