'use server'

import { formAction } from '@/lib/accounts/form-action'
import { changeCommunicationNeeds } from '@/lib/patients/change-communication-needs'
import { changeCommunicationNeedsSchema } from '@/lib/patients/communication-needs-schema'
import { routes } from '@/lib/platform/routes'

export const changeCommunicationNeedsAction = formAction(
  'communication-needs.change',
  changeCommunicationNeedsSchema,
  async (actor, input) => {
    await changeCommunicationNeeds(actor, input)
    return `${routes.patient(input.patientId)}?done=communication-needs-changed`
  },
)
