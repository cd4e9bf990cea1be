import 'server-only'
import QRCode from 'qrcode'
import { now } from '@/lib/platform/clock'
import { RuleBroken } from '@/lib/platform/errors'
import type { HalfLogIn } from './half-log-in'
import { attemptSucceeded, beginAttempt } from './internal/attempts'
import { inAuthTransaction, recordAccountEvent } from './internal/auth-database'
import { credentialHalfWay } from './internal/half-way'
import { openSession, type OpenedSession } from './internal/open-session'
import { openSecret } from './internal/secret-box'
import { hashOfRecoveryCode, newRecoveryCodes, secretAddress, stepOfCode } from './one-time-codes'
import type { RequestOrigin } from './request-origin'

const WRONG = 'The code is not right. Enter the code that the app shows now for Alongside'

/** What the page shows to set up an authenticator app. `picture` is an SVG as a data address. */
export type Enrolment = { picture: string; secret: string }

/**
 * What somebody half-way through their first log-in sets their app up with; null once it is set up, or if they must
 * begin again. Looking changes nothing.
 */
export async function findEnrolment(half: HalfLogIn): Promise<Enrolment | null> {
  const found = await inAuthTransaction((connection) =>
    credentialHalfWay(connection, half, 'to_enrol'),
  ).catch((error: unknown) => {
    if (error instanceof RuleBroken) return null
    throw error
  })
  if (!found?.totpSecret) return null
  const secret = openSecret(found.totpSecret, found.staffId)
  const svg = await QRCode.toString(secretAddress(secret, found.email), { type: 'svg', margin: 2 })
  return {
    picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
    secret: secret.replace(/(.{4})(?=.)/g, '$1 '),
  }
}

/**
 * Takes the first code of the app as proof that it is set up, and logs in.
 *
 * @returns the session, and the recovery codes: shown once, only their hashes are kept
 * @throws RuleBroken, in words for the person
 */
export async function enrolSecondFactor(
  half: HalfLogIn,
  typed: string,
  origin: RequestOrigin,
  replaced: string | null = null,
): Promise<{ session: OpenedSession; recoveryCodes: string[] }> {
  const { email } = await inAuthTransaction((connection) => credentialHalfWay(connection, half, 'to_enrol'))
  const keys = await beginAttempt(email, origin)
  const recoveryCodes = newRecoveryCodes()
  const session = await inAuthTransaction(async (connection) => {
    const { staffId, totpSecret } = await credentialHalfWay(connection, half, 'to_enrol')
    const step = totpSecret ? stepOfCode(openSecret(totpSecret, staffId), typed, now()) : null
    const { rowCount } = await connection.query(
      `update staff_credential set totp_confirmed_at = now(), totp_last_step = $2, recovery_code_hashes = $3
       where staff_id = $1 and $2::int is not null and totp_confirmed_at is null and totp_secret = $4`,
      [staffId, step, recoveryCodes.map(hashOfRecoveryCode), totpSecret],
    )
    if (rowCount !== 1) return null
    await attemptSucceeded(connection, keys)
    const opened = await openSession(connection, staffId, origin, replaced)
    const { sessionId } = opened
    await recordAccountEvent(connection, { event: 'account.second_factor_set', staffId, sessionId })
    const detail = { secondFactor: 'totp' }
    await recordAccountEvent(connection, { event: 'account.logged_in', staffId, sessionId, detail })
    return opened
  })
  if (!session) throw new RuleBroken([{ field: 'code', message: WRONG }])
  return { session, recoveryCodes }
}
