'use server'

import { formAction } from '@/lib/accounts/form-action'
import { offerCarePlan } from '@/lib/care-plans/offer-care-plan'
import { offerCarePlanSchema } from '@/lib/care-plans/schema'
import { listBehind, onTheWay } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'

export const offerCarePlanAction = formAction(
  'care-plan.offer',
  offerCarePlanSchema,
  async (actor, input) => {
    await offerCarePlan(actor, input)
    return onTheWay(routes.carePlan(input.patientId), listBehind(input.returnTo), {
      plan: input.planId,
      done: 'offered',
    })
  },
)
