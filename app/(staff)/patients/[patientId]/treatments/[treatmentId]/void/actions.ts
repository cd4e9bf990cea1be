'use server'

import { formAction } from '@/lib/accounts/form-action'
import { voidTreatmentSchema } from '@/lib/diagnoses/schema'
import { voidTreatment } from '@/lib/diagnoses/void-treatment'
import { routes } from '@/lib/platform/routes'

export const voidTreatmentAction = formAction('treatment.void', voidTreatmentSchema, async (actor, input) => {
  await voidTreatment(actor, input)
  return `${routes.patient(input.patientId)}?done=treatment-voided`
})
