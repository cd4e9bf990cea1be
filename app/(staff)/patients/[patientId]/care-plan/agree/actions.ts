'use server'

import { formAction } from '@/lib/accounts/form-action'
import { agreeCarePlan } from '@/lib/care-plans/agree-care-plan'
import { agreeCarePlanSchema } from '@/lib/care-plans/schema'
import { onTheWay, whereNext } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'

export const agreeCarePlanAction = formAction(
  'care-plan.agree',
  agreeCarePlanSchema,
  async (actor, input) => {
    const { sharing } = await agreeCarePlan(actor, input)
    const own = routes.carePlan(input.patientId)
    const plan = { plan: input.planId }
    // That it could not be shared has to be read, so the way leads to the plan and not back to the list.
    if (sharing === 'no_practice') return onTheWay(own, '', { ...plan, done: 'agreed-no-practice' })
    return whereNext(input.returnTo, own, sharing === 'shared' ? 'agreed-shared' : 'agreed-not-shared', plan)
  },
)
