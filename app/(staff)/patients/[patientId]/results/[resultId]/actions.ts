'use server'

import { formAction } from '@/lib/accounts/form-action'
import { whereNext } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'
import { reviewResult } from '@/lib/results/review-result'
import { reviewResultSchema } from '@/lib/results/schema'

export const reviewResultAction = formAction('result.review', reviewResultSchema, async (actor, input) => {
  await reviewResult(actor, input)
  return whereNext(input.returnTo, routes.result(input.patientId, input.resultId), 'reviewed')
})
