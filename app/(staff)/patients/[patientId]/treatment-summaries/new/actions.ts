'use server'

import { formAction } from '@/lib/accounts/form-action'
import { routes } from '@/lib/platform/routes'
import { draftTreatmentSummary } from '@/lib/treatment-summaries/draft-treatment-summary'
import { draftTreatmentSummarySchema } from '@/lib/treatment-summaries/schema'

export const draftTreatmentSummaryAction = formAction(
  'treatment-summary.draft',
  draftTreatmentSummarySchema,
  async (actor, input) => {
    const { summaryId } = await draftTreatmentSummary(actor, input)
    return `${routes.treatmentSummary(input.patientId, summaryId)}?done=drafted`
  },
)
