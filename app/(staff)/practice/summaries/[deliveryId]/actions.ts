'use server'

import { formAction } from '@/lib/accounts/form-action'
import { whereNext } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'
import { markSummarySeen } from '@/lib/treatment-summaries/mark-summary-seen'
import { markSummarySeenSchema } from '@/lib/treatment-summaries/schema'

export const markSummarySeenAction = formAction(
  'practice.mark-summary-seen',
  markSummarySeenSchema,
  async (actor, input) => {
    await markSummarySeen(actor, input)
    return whereNext(input.returnTo, routes.sentSummary(input.deliveryId), 'seen')
  },
)
