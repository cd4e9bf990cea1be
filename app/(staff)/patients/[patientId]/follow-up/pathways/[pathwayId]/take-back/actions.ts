'use server'

import { formAction } from '@/lib/accounts/form-action'
import { takeBackChange } from '@/lib/follow-up/take-back-change'
import { takeBackChangeSchema } from '@/lib/follow-up/personal-change-schema'
import { routes } from '@/lib/platform/routes'

export const takeBackChangeAction = formAction(
  'follow-up.take-back-change',
  takeBackChangeSchema,
  async (actor, input) => {
    await takeBackChange(actor, input)
    return `${routes.followUp(input.patientId)}?done=change_taken_back`
  },
)
