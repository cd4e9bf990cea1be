'use server'

import { publicFormAction } from '@/lib/accounts/form-action'
import { keepHalfLogIn } from '@/lib/accounts/half-log-in'
import { logIn } from '@/lib/accounts/log-in'
import { requestOrigin } from '@/lib/accounts/request-origin'
import { logInSchema } from '@/lib/accounts/schema'
import { sessionTokenHash, setSessionCookie } from '@/lib/accounts/session-cookie'
import { routes } from '@/lib/platform/routes'

export const logInAction = publicFormAction('account.log-in', logInSchema, async (input) => {
  const result = await logIn(input, await requestOrigin(), await sessionTokenHash())
  if (result.kind === 'second_factor') {
    await keepHalfLogIn(result.half)
    return routes.secondFactor()
  }
  await setSessionCookie(result.session.token)
  return routes.home()
})
