'use server'

import { formAction } from '@/lib/accounts/form-action'
import { publishProtocolSchema } from '@/lib/follow-up/publication-schema'
import { publishProtocol } from '@/lib/follow-up/publish-protocol'
import { routes } from '@/lib/platform/routes'

export const publishProtocolAction = formAction(
  'protocol.publish',
  publishProtocolSchema,
  async (actor, input) => {
    await publishProtocol(actor, input)
    return `${routes.protocols()}?done=published`
  },
)
