'use server'

import { linkFormAction } from '@/lib/document-links/link-form-action'
import { routes } from '@/lib/platform/routes'
import { answerByLink } from '@/lib/practice-requests/answer-by-link'
import { answerPracticeRequestSchema } from '@/lib/practice-requests/schema'

export const answerByLinkAction = linkFormAction(
  'document-link.answer',
  answerPracticeRequestSchema,
  async (actor, input) => {
    await answerByLink(actor, input)
    return `${routes.linkedRequest(input.requestId)}?done=answered`
  },
)
