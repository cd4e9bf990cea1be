'use server'

import { formAction } from '@/lib/accounts/form-action'
import { routes } from '@/lib/platform/routes'
import { sendTreatmentSummarySchema } from '@/lib/treatment-summaries/schema'
import { sendTreatmentSummary } from '@/lib/treatment-summaries/send-treatment-summary'

export const sendTreatmentSummaryAction = formAction(
  'treatment-summary.send',
  sendTreatmentSummarySchema,
  async (actor, input) => {
    await sendTreatmentSummary(actor, input)
    return `${routes.treatmentSummary(input.patientId, input.summaryId)}?done=sent`
  },
)
