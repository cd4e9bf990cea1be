'use server'

import { formAction } from '@/lib/accounts/form-action'
import { whereNext } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'
import { settleDeclinedRequestSchema, withdrawPracticeRequestSchema } from '@/lib/practice-requests/schema'
import { settleDeclinedRequest } from '@/lib/practice-requests/settle-declined-request'
import { withdrawPracticeRequest } from '@/lib/practice-requests/withdraw-practice-request'

export const withdrawPracticeRequestAction = formAction(
  'practice-request.withdraw',
  withdrawPracticeRequestSchema,
  async (actor, input) => {
    await withdrawPracticeRequest(actor, input)
    return whereNext(input.returnTo, routes.practiceRequest(input.patientId, input.requestId), 'withdrawn')
  },
)

export const settleDeclinedRequestAction = formAction(
  'practice-request.settle',
  settleDeclinedRequestSchema,
  async (actor, input) => {
    await settleDeclinedRequest(actor, input)
    return whereNext(input.returnTo, routes.practiceRequest(input.patientId, input.requestId), 'settled')
  },
)
