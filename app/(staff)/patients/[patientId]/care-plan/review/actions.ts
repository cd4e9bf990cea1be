'use server'

import { formAction } from '@/lib/accounts/form-action'
import { reviewCarePlan } from '@/lib/care-plans/review-care-plan'
import { reviewCarePlanSchema } from '@/lib/care-plans/schema'
import { onTheWay, whereNext } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'

export const reviewCarePlanAction = formAction(
  'care-plan.review',
  reviewCarePlanSchema,
  async (actor, input) => {
    await reviewCarePlan(actor, input)
    const own = routes.carePlan(input.patientId)
    // The next version is prepared on the plan's page, so the way leads there and not back to the list.
    return input.next === 'continue'
      ? onTheWay(own, '', { plan: input.planId, done: 'continued' })
      : whereNext(input.returnTo, own, 'reviewed', { plan: input.planId })
  },
)
