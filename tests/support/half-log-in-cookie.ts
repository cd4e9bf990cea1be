import { encode } from 'next-auth/jwt'
import { TEST_KEY } from './web-server'

/** Name and value of the cookie between password and second factor, as lib/accounts/half-log-in.ts makes it. */
export async function halfLogInCookie(half: {
  staffId: string
  passwordSetAt: string
}): Promise<readonly [string, string]> {
  const salt = 'half-way through logging in'
  return ['alongside-log-in', await encode({ token: half, secret: TEST_KEY, salt, maxAge: 600 })]
}
