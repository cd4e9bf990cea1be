'use server'

import { formAction } from '@/lib/accounts/form-action'
import { endCareSchema } from '@/lib/care-teams/care-schema'
import { endCare } from '@/lib/care-teams/end-care'
import { routes } from '@/lib/platform/routes'

/** Whoever ends the care of their only team can open the record no more, so the worklist is where they go on. */
export const endCareAction = formAction('care-relationship.end', endCareSchema, async (actor, input) => {
  await endCare(actor, input)
  return `${routes.worklist()}?done=care-ended`
})
