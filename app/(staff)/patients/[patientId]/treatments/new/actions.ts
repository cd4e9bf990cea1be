'use server'

import { formAction } from '@/lib/accounts/form-action'
import { recordTreatment } from '@/lib/diagnoses/record-treatment'
import { recordTreatmentSchema } from '@/lib/diagnoses/schema'
import { routes } from '@/lib/platform/routes'

export const recordTreatmentAction = formAction(
  'treatment.record',
  recordTreatmentSchema,
  async (actor, input) => {
    await recordTreatment(actor, input)
    return `${routes.patient(input.patientId)}?done=treatment-recorded`
  },
)
