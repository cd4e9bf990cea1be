'use server'

import { formAction } from '@/lib/accounts/form-action'
import { changeTreatment } from '@/lib/diagnoses/change-treatment'
import { changeTreatmentSchema } from '@/lib/diagnoses/schema'
import { routes } from '@/lib/platform/routes'

export const changeTreatmentAction = formAction(
  'treatment.change',
  changeTreatmentSchema,
  async (actor, input) => {
    await changeTreatment(actor, input)
    return `${routes.patient(input.patientId)}?done=treatment-changed`
  },
)
