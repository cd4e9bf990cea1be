'use server'

import { formAction } from '@/lib/accounts/form-action'
import { POST_LETTERS, postLetters } from '@/lib/messages/post-letters'
import { postLettersSchema } from '@/lib/messages/schema'
import { routes } from '@/lib/platform/routes'

export const postLettersAction = formAction(POST_LETTERS, postLettersSchema, async (actor, input) => {
  await postLetters(actor, input)
  return `${routes.lettersToPost()}?result=${actor.submission?.id ?? ''}`
})
