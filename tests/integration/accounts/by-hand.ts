import type { QueryResult } from 'pg'
import type { Actor } from '@/lib/access/actor'
import type { TestDatabase } from '@/tests/support/database'

/** One statement as role `app` in the actor's session, past every rule of the application; undone afterwards. */
export async function byHand(
  database: TestDatabase,
  actor: Actor,
  statement: string,
  values: unknown[] = [],
): Promise<QueryResult> {
  const client = await database.pools.app.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.session', $1, true)`, [actor.sessionId])
    return await client.query(statement, values)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
