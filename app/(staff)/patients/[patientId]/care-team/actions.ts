'use server'

import { formAction } from '@/lib/accounts/form-action'
import { beginCare } from '@/lib/care-teams/begin-care'
import { beginCareSchema } from '@/lib/care-teams/care-schema'
import { routes } from '@/lib/platform/routes'

export const beginCareAction = formAction(
  'care-relationship.begin',
  beginCareSchema,
  async (actor, input) => {
    await beginCare(actor, input)
    return `${routes.careTeam(input.patientId)}?done=referred`
  },
)
