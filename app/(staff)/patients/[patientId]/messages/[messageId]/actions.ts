'use server'

import { formAction } from '@/lib/accounts/form-action'
import { whereNext } from '@/lib/care-plans/where-next'
import { settleMessageSchema, withdrawMessageSchema } from '@/lib/messages/schema'
import { settleMessage } from '@/lib/messages/settle-message'
import { withdrawMessage } from '@/lib/messages/withdraw-message'
import { routes } from '@/lib/platform/routes'

export const settleMessageAction = formAction('message.settle', settleMessageSchema, async (actor, input) => {
  await settleMessage(actor, input)
  return whereNext(input.returnTo, routes.message(input.patientId, input.messageId), 'settled')
})

export const withdrawMessageAction = formAction(
  'message.withdraw',
  withdrawMessageSchema,
  async (actor, input) => {
    await withdrawMessage(actor, input)
    return whereNext(input.returnTo, routes.message(input.patientId, input.messageId), 'withdrawn')
  },
)
