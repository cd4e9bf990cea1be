'use server'

import { formAction } from '@/lib/accounts/form-action'
import { recordDiagnosis } from '@/lib/diagnoses/record-diagnosis'
import { recordDiagnosisSchema } from '@/lib/diagnoses/schema'
import { routes } from '@/lib/platform/routes'

export const recordDiagnosisAction = formAction(
  'diagnosis.record',
  recordDiagnosisSchema,
  async (actor, input) => {
    await recordDiagnosis(actor, input)
    return `${routes.patient(input.patientId)}?done=diagnosis-recorded`
  },
)
