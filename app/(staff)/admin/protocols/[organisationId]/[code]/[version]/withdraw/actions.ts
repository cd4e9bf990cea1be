'use server'

import { formAction } from '@/lib/accounts/form-action'
import { withdrawProtocolSchema } from '@/lib/follow-up/publication-schema'
import { withdrawProtocol } from '@/lib/follow-up/withdraw-protocol'
import { routes } from '@/lib/platform/routes'

export const withdrawProtocolAction = formAction(
  'protocol.withdraw',
  withdrawProtocolSchema,
  async (actor, input) => {
    await withdrawProtocol(actor, input)
    return `${routes.protocols()}?done=withdrawn`
  },
)
