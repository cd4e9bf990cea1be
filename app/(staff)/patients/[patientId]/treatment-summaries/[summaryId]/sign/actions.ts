'use server'

import { formAction } from '@/lib/accounts/form-action'
import { routes } from '@/lib/platform/routes'
import { signTreatmentSummarySchema } from '@/lib/treatment-summaries/schema'
import { signTreatmentSummary } from '@/lib/treatment-summaries/sign-treatment-summary'

export const signTreatmentSummaryAction = formAction(
  'treatment-summary.sign',
  signTreatmentSummarySchema,
  async (actor, input) => {
    const { sending } = await signTreatmentSummary(actor, input)
    return `${routes.treatmentSummary(input.patientId, input.summaryId)}?done=signed-${sending}`
  },
)
