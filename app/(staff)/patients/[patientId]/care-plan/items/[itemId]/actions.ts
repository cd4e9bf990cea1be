'use server'

import { formAction } from '@/lib/accounts/form-action'
import { changePlanItem } from '@/lib/care-plans/change-plan-item'
import { changePlanItemSchema } from '@/lib/care-plans/schema'
import { listBehind, onTheWay } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'

export const changePlanItemAction = formAction(
  'care-plan.change-item',
  changePlanItemSchema,
  async (actor, input) => {
    const { planId } = await changePlanItem(actor, input)
    return onTheWay(routes.carePlan(input.patientId), listBehind(input.returnTo), {
      plan: planId,
      done: 'item',
    })
  },
)
