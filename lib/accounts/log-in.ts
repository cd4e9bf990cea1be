import 'server-only'
import type { z } from 'zod'
import { isDemo } from '@/lib/platform/env'
import { RuleBroken } from '@/lib/platform/errors'
import { attemptSucceeded, beginAttempt } from './internal/attempts'
import { inAuthTransaction, recordAccountEvent, type AuthConnection } from './internal/auth-database'
import { credentialByEmail, type Credential } from './internal/credentials'
import { openSession, type OpenedSession } from './internal/open-session'
import { sealSecret } from './internal/secret-box'
import { newSecret } from './one-time-codes'
import { hashPassword, isHashOutdated, isPassword } from './password-hash'
import type { HalfLogIn } from './half-log-in'
import type { RequestOrigin } from './request-origin'
import type { logInSchema } from './schema'

/** The same words whatever was wrong, so that nobody learns who has an account. */
const WRONG = 'The email address or password is not right'

/** The door as it was found: a session at once where no second factor is asked for, else half-way. */
export type LogInResult =
  | { kind: 'session'; session: OpenedSession }
  | { kind: 'second_factor'; half: HalfLogIn; isEnrolled: boolean }

/**
 * Checks email address and password. In live mode a second factor is still to come; without one yet, a secret for it is
 * made here.
 *
 * @param replaced hash of the session token that the browser sent, if it sent one
 * @throws RuleBroken in the same words for an unknown address, a wrong password and an account that is closed
 */
export async function logIn(
  input: z.infer<typeof logInSchema>,
  origin: RequestOrigin,
  replaced: string | null = null,
): Promise<LogInResult> {
  const keys = await beginAttempt(input.email, origin)
  const credential = await inAuthTransaction((connection) => credentialByEmail(connection, input.email))
  const isOpen = credential !== null && credential.closed === null
  const isRight = await isPassword(input.password, isOpen ? credential.passwordHash : null)
  if (!isOpen || !isRight) {
    await refuse(credential)
    throw new RuleBroken(WRONG)
  }
  const newHash = await renewedHash(credential, input.password)
  return inAuthTransaction(async (connection) => {
    await attemptSucceeded(connection, keys)
    if (newHash) await storeHash(connection, credential.staffId, newHash)
    return isDemo() ? openNow(connection, credential, origin, replaced) : goOn(connection, credential)
  })
}

async function openNow(
  connection: AuthConnection,
  { staffId }: Credential,
  origin: RequestOrigin,
  replaced: string | null,
): Promise<LogInResult> {
  const session = await openSession(connection, staffId, origin, replaced)
  const detail = { secondFactor: 'none' }
  await recordAccountEvent(connection, {
    event: 'account.logged_in',
    staffId,
    sessionId: session.sessionId,
    detail,
  })
  return { kind: 'session', session }
}

async function goOn(connection: AuthConnection, credential: Credential): Promise<LogInResult> {
  const { staffId, isTotpConfirmed, passwordSetAt } = credential
  if (!isTotpConfirmed) {
    await connection.query(
      'update staff_credential set totp_secret = $2 where staff_id = $1 and totp_confirmed_at is null',
      [staffId, sealSecret(newSecret(), staffId)],
    )
  }
  const half = { staffId, passwordSetAt: passwordSetAt?.toISOString() ?? '' }
  return { kind: 'second_factor', half, isEnrolled: isTotpConfirmed }
}

async function refuse(credential: Credential | null): Promise<void> {
  const reason = credential ? (credential.closed ?? 'password') : 'unknown'
  await inAuthTransaction((connection) =>
    recordAccountEvent(connection, {
      event: 'account.log_in_failed',
      staffId: credential?.staffId ?? null,
      detail: { reason },
    }),
  )
}

/** Made anew when the cost of hashing has changed since. */
async function renewedHash({ passwordHash }: Credential, password: string): Promise<string | null> {
  return passwordHash && isHashOutdated(passwordHash) ? hashPassword(password) : null
}

async function storeHash(connection: AuthConnection, staffId: string, passwordHash: string): Promise<void> {
  await connection.query('update staff_credential set password_hash = $2 where staff_id = $1', [
    staffId,
    passwordHash,
  ])
}
