'use server'

import { formAction } from '@/lib/accounts/form-action'
import { voidDiagnosisSchema } from '@/lib/diagnoses/schema'
import { voidDiagnosis } from '@/lib/diagnoses/void-diagnosis'
import { routes } from '@/lib/platform/routes'

export const voidDiagnosisAction = formAction('diagnosis.void', voidDiagnosisSchema, async (actor, input) => {
  await voidDiagnosis(actor, input)
  return `${routes.patient(input.patientId)}?done=diagnosis-voided`
})
