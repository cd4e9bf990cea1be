'use server'

import { formAction } from '@/lib/accounts/form-action'
import { writeLetterSchema } from '@/lib/messages/schema'
import { writeLetter } from '@/lib/messages/write-letter'
import { routes } from '@/lib/platform/routes'

export const writeLetterAction = formAction(
  'message.write-letter',
  writeLetterSchema,
  async (actor, input) => {
    const { id } = await writeLetter(actor, input)
    return `${routes.message(input.patientId, id)}?done=${input.recipient === 'practice' ? 'sent' : 'written'}`
  },
)
