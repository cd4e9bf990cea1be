import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { RequestOrigin } from '../request-origin'
import { ABSOLUTE_HOURS } from '../session-limits'
import { newSessionToken } from '../session-token'
import type { AuthConnection } from './auth-database'

/** A session that was opened: the token goes into the cookie and nowhere else. */
export type OpenedSession = { sessionId: string; token: string }

/**
 * Opens a session with a token of its own.
 *
 * @param replaced hash of the token that the browser had before, whose session ends
 */
export async function openSession(
  connection: AuthConnection,
  staffId: string,
  origin: RequestOrigin,
  replaced: string | null,
): Promise<OpenedSession> {
  if (replaced) {
    await connection.query(
      `update staff_session set ended_at = now(), ended_reason = 'logged in again' where token_hash = $1 and ended_at is null`,
      [replaced],
    )
  }
  const sessionId = uuidv7()
  const { token, tokenHash } = newSessionToken()
  await connection.query(
    `insert into staff_session (id, token_hash, staff_id, expires_at, browser, address)
     values ($1, $2, $3, now() + make_interval(hours => $4), $5, $6)`,
    [sessionId, tokenHash, staffId, ABSOLUTE_HOURS, origin.browser, origin.address],
  )
  return { sessionId, token }
}
