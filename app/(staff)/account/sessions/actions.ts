'use server'

import { endOtherSessions, endSession } from '@/lib/accounts/end-sessions'
import { formAction } from '@/lib/accounts/form-action'
import { endSessionSchema, noFieldsSchema } from '@/lib/accounts/schema'
import { routes } from '@/lib/platform/routes'

export const endSessionAction = formAction('account.end-session', endSessionSchema, async (actor, input) => {
  await endSession(actor, input)
  return `${routes.mySessions()}?done=ended`
})

export const endOtherSessionsAction = formAction(
  'account.end-other-sessions',
  noFieldsSchema,
  async (actor) => {
    await endOtherSessions(actor)
    return `${routes.mySessions()}?done=others-ended`
  },
)
