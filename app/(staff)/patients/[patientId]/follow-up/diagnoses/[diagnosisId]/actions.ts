'use server'

import { formAction } from '@/lib/accounts/form-action'
import { decideFollowUp } from '@/lib/follow-up/decide-follow-up'
import { decideFollowUpSchema } from '@/lib/follow-up/schema'
import { routes } from '@/lib/platform/routes'

export const decideFollowUpAction = formAction(
  'follow-up.decide',
  decideFollowUpSchema,
  async (actor, input) => {
    await decideFollowUp(actor, input)
    return `${routes.followUp(input.patientId)}?done=decided`
  },
)
