import 'server-only'
import { now } from '@/lib/platform/clock'
import { RuleBroken } from '@/lib/platform/errors'
import type { HalfLogIn } from './half-log-in'
import { attemptSucceeded, beginAttempt } from './internal/attempts'
import { inAuthTransaction, recordAccountEvent, type AuthConnection } from './internal/auth-database'
import type { Credential } from './internal/credentials'
import { credentialHalfWay } from './internal/half-way'
import { openSession, type OpenedSession } from './internal/open-session'
import { openSecret } from './internal/secret-box'
import { hashOfRecoveryCode, stepOfCode } from './one-time-codes'
import type { RequestOrigin } from './request-origin'

const WRONG =
  'The code is not right. Enter the code that the app shows now, or a recovery code not used before'

type Factor = 'totp' | 'recovery_code'

/**
 * Ends a log-in with the second factor: a code of the app, or one of the recovery codes. Either counts once.
 * Wrong codes count towards the same lock as wrong passwords.
 *
 * @throws RuleBroken, in words for the person
 */
export async function confirmSecondFactor(
  half: HalfLogIn,
  typed: string,
  origin: RequestOrigin,
  replaced: string | null = null,
): Promise<OpenedSession> {
  const { email } = await inAuthTransaction((connection) => credentialHalfWay(connection, half, 'confirmed'))
  const keys = await beginAttempt(email, origin)
  const session = await inAuthTransaction(async (connection) => {
    const credential = await credentialHalfWay(connection, half, 'confirmed')
    const factor = await useUp(connection, credential, typed)
    if (!factor) return refuse(connection, credential)
    await attemptSucceeded(connection, keys)
    const opened = await openSession(connection, credential.staffId, origin, replaced)
    await recordAccountEvent(connection, {
      event: 'account.logged_in',
      staffId: credential.staffId,
      sessionId: opened.sessionId,
      detail: { secondFactor: factor },
    })
    return opened
  })
  if (!session) throw new RuleBroken([{ field: 'code', message: WRONG }])
  return session
}

async function refuse(connection: AuthConnection, { staffId }: Credential): Promise<null> {
  const detail = { reason: 'second_factor' }
  await recordAccountEvent(connection, { event: 'account.log_in_failed', staffId, detail })
  return null
}

/** The factor that the code was, now used up; null if it is none. Of two who bring the same code, one gets in. */
async function useUp(
  connection: AuthConnection,
  credential: Credential,
  typed: string,
): Promise<Factor | null> {
  const { staffId, totpSecret } = credential
  const step = totpSecret ? stepOfCode(openSecret(totpSecret, staffId), typed, now()) : null
  if (step !== null) {
    const { rowCount } = await connection.query(
      `update staff_credential set totp_last_step = $2
       where staff_id = $1 and (totp_last_step is null or totp_last_step < $2)`,
      [staffId, step],
    )
    return rowCount === 1 ? 'totp' : null
  }
  const { rowCount } = await connection.query(
    `update staff_credential set recovery_code_hashes = array_remove(recovery_code_hashes, $2)
     where staff_id = $1 and $2 = any (recovery_code_hashes)`,
    [staffId, hashOfRecoveryCode(typed)],
  )
  return rowCount === 1 ? 'recovery_code' : null
}
