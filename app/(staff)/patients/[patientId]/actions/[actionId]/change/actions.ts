'use server'

import { formAction } from '@/lib/accounts/form-action'
import { changeAction } from '@/lib/care-plans/change-action'
import { removeAction } from '@/lib/care-plans/remove-action'
import { changeActionSchema, removeActionSchema } from '@/lib/care-plans/schema'
import { whereNext } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'

export const changeActionAction = formAction('action.change', changeActionSchema, async (actor, input) => {
  await changeAction(actor, input)
  return whereNext(input.returnTo, routes.action(input.patientId, input.actionId), 'action-changed')
})

export const removeActionAction = formAction('action.remove', removeActionSchema, async (actor, input) => {
  const { planId } = await removeAction(actor, input)
  return whereNext(input.returnTo, routes.carePlan(input.patientId), 'action-removed', { plan: planId })
})
