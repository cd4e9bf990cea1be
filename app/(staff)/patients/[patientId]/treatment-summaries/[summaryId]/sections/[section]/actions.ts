'use server'

import { formAction } from '@/lib/accounts/form-action'
import { routes } from '@/lib/platform/routes'
import { changeSummarySection } from '@/lib/treatment-summaries/change-summary-section'
import { changeSummarySectionSchema } from '@/lib/treatment-summaries/schema'

export const changeSummarySectionAction = formAction(
  'treatment-summary.change-section',
  changeSummarySectionSchema,
  async (actor, input) => {
    await changeSummarySection(actor, input)
    return `${routes.treatmentSummary(input.patientId, input.summaryId)}?done=section#section-${input.section}`
  },
)
