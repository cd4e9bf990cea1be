import { encode } from 'next-auth/jwt'
import { ABSOLUTE_HOURS } from '@/lib/accounts/session-limits'
import { TEST_KEY } from './web-server'

/** The `Cookie` header of a browser that holds a session, as the service would have set it. */
export async function sessionCookie(token: string): Promise<string> {
  const value = await encode({ token: { sid: token }, secret: TEST_KEY, maxAge: ABSOLUTE_HOURS * 60 * 60 })
  return `alongside-session=${value}`
}
