'use server'

import { confirmSecondFactor } from '@/lib/accounts/confirm-second-factor'
import { enrolSecondFactor } from '@/lib/accounts/enrol-second-factor'
import { publicFormAction } from '@/lib/accounts/form-action'
import { requireHalfLogIn, forgetHalfLogIn } from '@/lib/accounts/half-log-in'
import { requestOrigin } from '@/lib/accounts/request-origin'
import { secondFactorSchema } from '@/lib/accounts/schema'
import { sessionTokenHash, setSessionCookie } from '@/lib/accounts/session-cookie'
import { showOnce } from '@/lib/accounts/shown-once'
import { routes } from '@/lib/platform/routes'

export const confirmSecondFactorAction = publicFormAction(
  'account.second-factor',
  secondFactorSchema,
  async ({ code }) => {
    const half = await requireHalfLogIn()
    const session = await confirmSecondFactor(half, code, await requestOrigin(), await sessionTokenHash())
    await forgetHalfLogIn()
    await setSessionCookie(session.token)
    return routes.home()
  },
)

export const enrolSecondFactorAction = publicFormAction(
  'account.enrol-second-factor',
  secondFactorSchema,
  async ({ code }) => {
    const half = await requireHalfLogIn()
    const enrolled = await enrolSecondFactor(half, code, await requestOrigin(), await sessionTokenHash())
    const { sessionId, token } = enrolled.session
    await forgetHalfLogIn()
    await setSessionCookie(token)
    await showOnce({
      kind: 'recovery_codes',
      aboutId: half.staffId,
      sessionId,
      lines: enrolled.recoveryCodes,
    })
    return routes.mySecondFactor()
  },
)
