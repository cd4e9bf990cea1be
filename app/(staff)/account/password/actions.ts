'use server'

import { changePassword } from '@/lib/accounts/change-password'
import { formAction } from '@/lib/accounts/form-action'
import { requestOrigin } from '@/lib/accounts/request-origin'
import { changePasswordSchema } from '@/lib/accounts/schema'
import { routes } from '@/lib/platform/routes'

export const changePasswordAction = formAction(
  'account.change-password',
  changePasswordSchema,
  async (actor, input) => {
    await changePassword(actor, input, await requestOrigin())
    return `${routes.changePassword()}?done=1`
  },
)
