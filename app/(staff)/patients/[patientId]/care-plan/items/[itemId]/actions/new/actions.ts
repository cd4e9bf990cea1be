'use server'

import { formAction } from '@/lib/accounts/form-action'
import { addAction } from '@/lib/care-plans/add-action'
import { addActionSchema } from '@/lib/care-plans/schema'
import { listBehind, onTheWay } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'

export const addActionAction = formAction('action.add', addActionSchema, async (actor, input) => {
  const { planId } = await addAction(actor, input)
  return onTheWay(routes.carePlan(input.patientId), listBehind(input.returnTo), {
    plan: planId,
    done: 'action-added',
  })
})
