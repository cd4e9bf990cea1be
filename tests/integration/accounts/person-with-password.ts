import { Secret, TOTP } from 'otpauth'
import type { Pool } from 'pg'
import { hashPassword } from '@/lib/accounts/password-hash'
import type { RequestOrigin } from '@/lib/accounts/request-origin'
import { actorOfSession } from '@/lib/accounts/actor-of-session'
import { hashOfToken } from '@/lib/accounts/session-token'
import { logIn, type LogInResult } from '@/lib/accounts/log-in'
import type { Actor } from '@/lib/access/actor'
import { employ, type StaffPlan } from '@/tests/factories/people-who-work'

export const PASSWORD = 'kettle marigold trombone'

/** Somebody employed, who has set a password. */
export async function personWithPassword(
  owner: Pool,
  plan: StaffPlan = { teams: { 'ZT101-BREAST': 'clinician' } },
): Promise<{ staffId: string; email: string }> {
  const email = plan.email ?? `${crypto.randomUUID()}@example.org`
  const staffId = await employ(owner, { ...plan, email })
  await owner.query('insert into staff_credential (staff_id, password_hash) values ($1, $2)', [
    staffId,
    await hashPassword(PASSWORD),
  ])
  return { staffId, email }
}

/** A browser in a network of its own, so that tests do not count towards each other's limits. */
export function somewhere(): RequestOrigin {
  const part = () => Math.floor(Math.random() * 256)
  return { address: `10.${part()}.${part()}.9`, browser: 'Firefox on Windows' }
}

/** The session of a log-in that needed no second factor. */
export function sessionOf(result: LogInResult): { token: string; tokenHash: string; sessionId: string } {
  if (result.kind !== 'session') throw new Error('a second factor was asked for')
  const { token, sessionId } = result.session
  return { token, sessionId, tokenHash: hashOfToken(token) }
}

/** The actor of somebody who logs in with their password, in demo mode. */
export async function loggedIn(email: string): Promise<Actor> {
  const { tokenHash } = sessionOf(await logIn({ email, password: PASSWORD }, somewhere()))
  const actor = await actorOfSession(tokenHash)
  if (!actor) throw new Error('the session just opened is not live')
  return actor
}

/** What the person's authenticator app shows at an instant. */
export function codeOf(secret: string, at: Date): string {
  const base32 = Secret.fromBase32(secret.replaceAll(' ', ''))
  return new TOTP({ secret: base32, algorithm: 'SHA1', digits: 6, period: 30 }).generate({
    timestamp: at.getTime(),
  })
}
