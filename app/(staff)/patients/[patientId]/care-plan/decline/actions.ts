'use server'

import { formAction } from '@/lib/accounts/form-action'
import { declineCarePlan } from '@/lib/care-plans/decline-care-plan'
import { declineCarePlanSchema } from '@/lib/care-plans/schema'
import { whereNext } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'

export const declineCarePlanAction = formAction(
  'care-plan.decline',
  declineCarePlanSchema,
  async (actor, input) => {
    await declineCarePlan(actor, input)
    return whereNext(input.returnTo, routes.carePlan(input.patientId), 'declined', { plan: input.planId })
  },
)
