'use server'

import { formAction } from '@/lib/accounts/form-action'
import { markLetterRead } from '@/lib/messages/mark-letter-read'
import { markLetterReadSchema } from '@/lib/messages/schema'
import { routes } from '@/lib/platform/routes'

export const markLetterReadAction = formAction(
  'practice.mark-letter-read',
  markLetterReadSchema,
  async (actor, input) => {
    await markLetterRead(actor, input)
    return `${routes.sentMessage(input.messageId)}?done=read`
  },
)
