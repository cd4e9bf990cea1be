'use server'

import { formAction } from '@/lib/accounts/form-action'
import { agreeCarePlan } from '@/lib/care-plans/agree-care-plan'
import { agreeCarePlanSchema } from '@/lib/care-plans/schema'
import { whereNext } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'

const DONE = {
  shared: 'agreed-shared',
  refused: 'agreed-not-shared',
  no_practice: 'agreed-no-practice',
} as const

export const agreeCarePlanAction = formAction(
  'care-plan.agree',
  agreeCarePlanSchema,
  async (actor, input) => {
    const { sharing } = await agreeCarePlan(actor, input)
    return whereNext(input.returnTo, routes.carePlan(input.patientId), DONE[sharing], { plan: input.planId })
  },
)
