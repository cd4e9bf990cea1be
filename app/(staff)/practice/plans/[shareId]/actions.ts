'use server'

import { formAction } from '@/lib/accounts/form-action'
import { markPlanSeen } from '@/lib/care-plans/mark-plan-seen'
import { markPlanSeenSchema } from '@/lib/care-plans/schema'
import { whereNext } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'

export const markPlanSeenAction = formAction(
  'practice.mark-plan-seen',
  markPlanSeenSchema,
  async (actor, input) => {
    await markPlanSeen(actor, input)
    return whereNext(input.returnTo, routes.sharedCarePlan(input.shareId), 'seen')
  },
)
