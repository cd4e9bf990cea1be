'use server'

import { acceptInvitation } from '@/lib/accounts/accept-invitation'
import { publicFormAction } from '@/lib/accounts/form-action'
import { acceptInvitationSchema } from '@/lib/accounts/schema'
import { routes } from '@/lib/platform/routes'

export const acceptInvitationAction = publicFormAction(
  'account.accept-invitation',
  acceptInvitationSchema,
  async (input) => {
    await acceptInvitation(input)
    return `${routes.logIn()}?done=password-set`
  },
)
