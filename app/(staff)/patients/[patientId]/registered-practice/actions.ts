'use server'

import { formAction } from '@/lib/accounts/form-action'
import { changeRegisteredPractice } from '@/lib/patients/change-registered-practice'
import { changePracticeSchema } from '@/lib/patients/schema'
import { routes } from '@/lib/platform/routes'

export const changePracticeAction = formAction(
  'patient.change-practice',
  changePracticeSchema,
  async (actor, input) => {
    await changeRegisteredPractice(actor, input)
    return `${routes.patient(input.patientId)}?done=practice-changed`
  },
)
