import 'server-only'
import { inAuthTransaction, recordAccountEvent } from './internal/auth-database'

/** Ends the session of a token, from now. Nothing happens if it has ended already. */
export async function logOut(tokenHash: string): Promise<void> {
  await inAuthTransaction(async (connection) => {
    const { rows } = await connection.query<{ id: string; staff_id: string }>(
      `update staff_session set ended_at = now(), ended_reason = 'logged out'
       where token_hash = $1 and ended_at is null returning id, staff_id`,
      [tokenHash],
    )
    const [ended] = rows
    if (!ended) return
    await recordAccountEvent(connection, {
      event: 'account.logged_out',
      staffId: ended.staff_id,
      sessionId: ended.id,
    })
  })
}
