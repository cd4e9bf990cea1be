'use server'

import { formAction } from '@/lib/accounts/form-action'
import { whereNext } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'
import { tellResultSchema } from '@/lib/results/schema'
import { tellResult } from '@/lib/results/tell-result'

export const tellResultAction = formAction('result.tell', tellResultSchema, async (actor, input) => {
  await tellResult(actor, input)
  return whereNext(input.returnTo, routes.result(input.patientId, input.resultId), 'told')
})
