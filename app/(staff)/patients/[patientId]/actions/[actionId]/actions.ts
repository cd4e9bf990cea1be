'use server'

import { formAction } from '@/lib/accounts/form-action'
import { finishAction } from '@/lib/care-plans/finish-action'
import { finishActionSchema } from '@/lib/care-plans/schema'
import { whereNext } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'

export const finishActionAction = formAction('action.finish', finishActionSchema, async (actor, input) => {
  const { planId } = await finishAction(actor, input)
  return whereNext(input.returnTo, routes.carePlan(input.patientId), 'action-finished', { plan: planId })
})
