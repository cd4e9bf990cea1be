import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { RuleBroken } from '@/lib/platform/errors'
import { isDemoEmail } from './demo-accounts'
import { attemptSucceeded, beginAttempt } from './internal/attempts'
import { inAuthTransaction, recordAccountEvent } from './internal/auth-database'
import { credentialOfStaff } from './internal/credentials'
import { hashPassword, isPassword } from './password-hash'
import { passwordFault, passwordFaultWords } from './password-rules'
import type { RequestOrigin } from './request-origin'
import type { changePasswordSchema } from './schema'

/**
 * Sets a new password for oneself, given the one there is now; all other sessions end. Wrong tries count towards the
 * same lock as at the log-in page.
 *
 * @throws RuleBroken at the field it concerns
 */
export async function changePassword(
  actor: Actor,
  input: z.infer<typeof changePasswordSchema>,
  origin: RequestOrigin,
): Promise<void> {
  const { staffId, sessionId, givenName, familyName } = actor
  const credential = await inAuthTransaction((connection) => credentialOfStaff(connection, staffId))
  if (!credential || credential.closed) throw new RuleBroken('Log in again, then change your password')
  if (isDemoEmail(credential.email)) throw new RuleBroken('Demo accounts keep their password')
  const keys = await beginAttempt(credential.email, origin)
  if (!(await isPassword(input.currentPassword, credential.passwordHash))) {
    throw new RuleBroken([{ field: 'currentPassword', message: 'This is not the password you have now' }])
  }
  const fault = passwordFault(input.password, { email: credential.email, givenName, familyName })
  if (fault) throw new RuleBroken([{ field: 'password', message: passwordFaultWords(fault) }])
  const passwordHash = await hashPassword(input.password)
  await inAuthTransaction(async (connection) => {
    await attemptSucceeded(connection, keys)
    await connection.query(
      'update staff_credential set password_hash = $2, changed_at = now() where staff_id = $1',
      [staffId, passwordHash],
    )
    await connection.query(
      `update staff_session set ended_at = now(), ended_reason = 'password changed'
       where staff_id = $1 and id <> $2 and ended_at is null`,
      [staffId, sessionId],
    )
    const detail = { how: 'changed' }
    await recordAccountEvent(connection, { event: 'account.password_set', staffId, sessionId, detail })
  })
}
