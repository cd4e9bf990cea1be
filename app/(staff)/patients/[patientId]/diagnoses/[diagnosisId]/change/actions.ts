'use server'

import { formAction } from '@/lib/accounts/form-action'
import { changeDiagnosis } from '@/lib/diagnoses/change-diagnosis'
import { changeDiagnosisSchema } from '@/lib/diagnoses/schema'
import { routes } from '@/lib/platform/routes'

export const changeDiagnosisAction = formAction(
  'diagnosis.change',
  changeDiagnosisSchema,
  async (actor, input) => {
    await changeDiagnosis(actor, input)
    return `${routes.patient(input.patientId)}?done=diagnosis-changed`
  },
)
