'use server'

import { formAction } from '@/lib/accounts/form-action'
import { draftCarePlan } from '@/lib/care-plans/draft-care-plan'
import { draftCarePlanSchema } from '@/lib/care-plans/schema'
import { routes } from '@/lib/platform/routes'

export const draftCarePlanAction = formAction(
  'care-plan.draft',
  draftCarePlanSchema,
  async (actor, input) => {
    const { planId } = await draftCarePlan(actor, input)
    return `${routes.carePlan(input.patientId)}?plan=${planId}&done=drafted`
  },
)
