'use server'

import { formAction } from '@/lib/accounts/form-action'
import { routes } from '@/lib/platform/routes'
import { confirmResults } from '@/lib/results/confirm-results'
import { confirmResultsSchema } from '@/lib/results/schema'

export const confirmResultsAction = formAction(
  'results.confirm',
  confirmResultsSchema,
  async (actor, input) => {
    const { confirmed, changed } = await confirmResults(actor, input)
    return `${routes.resultsToReview()}?confirmed=${confirmed}&changed=${changed}`
  },
)
