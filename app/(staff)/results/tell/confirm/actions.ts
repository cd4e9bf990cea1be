'use server'

import { formAction } from '@/lib/accounts/form-action'
import { routes } from '@/lib/platform/routes'
import { tellResultsSchema } from '@/lib/results/schema'
import { tellResults } from '@/lib/results/tell-results'

export const tellResultsAction = formAction('results.tell', tellResultsSchema, async (actor, input) => {
  await tellResults(actor, input)
  return routes.resultsToTellOf(`result=${actor.submission?.id ?? ''}`)
})
