'use server'

import { formAction } from '@/lib/accounts/form-action'
import { routes } from '@/lib/platform/routes'
import { amendTreatmentSummary } from '@/lib/treatment-summaries/amend-treatment-summary'
import { amendTreatmentSummarySchema } from '@/lib/treatment-summaries/schema'

export const amendTreatmentSummaryAction = formAction(
  'treatment-summary.amend',
  amendTreatmentSummarySchema,
  async (actor, input) => {
    await amendTreatmentSummary(actor, input)
    return `${routes.treatmentSummary(input.patientId, input.summaryId)}?done=amended`
  },
)
