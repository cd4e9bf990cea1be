import 'server-only'
import type { AccessEvent } from '@/lib/access-log/access-events'
import { authPool } from '@/lib/platform/database-pools'

/** A connection as role `app_auth`: credentials, sessions, invitations and attempts, and nothing about patients. */
export type AuthConnection = Pick<ReturnType<typeof authPool>, 'query'>

/** One transaction as role `app_auth`. */
export async function inAuthTransaction<Result>(
  work: (connection: AuthConnection) => Promise<Result>,
): Promise<Result> {
  const connection = await authPool().connect()
  let broken: Error | undefined
  try {
    await connection.query('begin')
    const result = await work(connection)
    await connection.query('commit')
    return result
  } catch (error) {
    await connection.query('rollback').catch((lost: Error) => (broken = lost))
    throw error
  } finally {
    connection.release(broken)
  }
}

type AccountEvent = {
  event: Extract<AccessEvent, `account.${string}`>
  /** Null where nobody is known by what was typed. */
  staffId: string | null
  sessionId?: string | null
  /** Stable codes: never what was typed. */
  detail?: Record<string, string | number>
}

/** Writes what happened at the door to the access log. Last in its transaction: it holds the lock of a chain. */
export async function recordAccountEvent(connection: AuthConnection, entry: AccountEvent): Promise<void> {
  const { event, staffId, sessionId = null, detail = {} } = entry
  await connection.query(
    `insert into access_log (event, staff_id, session_id, entity_id, detail, chain, sequence, at, actor_kind, previous_hash, hash)
     values ($1, $2, $3, $2, $4, 0, 0, now(), '', '', '')`,
    [event, staffId, sessionId, JSON.stringify(detail)],
  )
}
