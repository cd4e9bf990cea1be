import 'server-only'
import { appPool } from '@/lib/platform/database-pools'
import type { Actor } from './actor'

/** A statement that the server plans once: `name` is its name on every connection. */
export type NamedStatement = { name: string; text: string; values: unknown[] }

/**
 * Reads in one wait: begin, the actor's session, the statements and commit are sent together, under the same row-level
 * security as `asActor`. For the few pages that everybody opens all day; see lib/decisions.
 *
 * @returns the rows of each statement, in order
 * @throws whatever the first failing statement threw; nothing it wrote is kept
 */
export async function hotRead<Rows extends unknown[][]>(
  actor: Actor,
  ...statements: NamedStatement[]
): Promise<Rows> {
  const connection = await appPool().connect()
  let failure: unknown
  try {
    const sent = [
      connection.query({ name: 'begin', text: 'begin' }),
      connection.query({
        name: 'actor',
        text: "select set_config('app.session', $1, true)",
        values: [actor.sessionId],
      }),
      ...statements.map((statement) => connection.query(statement)),
      connection.query({ name: 'commit', text: 'commit' }),
    ]
    const results = await Promise.allSettled(sent)
    failure = results.find((result) => result.status === 'rejected')?.reason
    if (failure) throw failure
    return results
      .slice(2, -1)
      .map((result) => (result.status === 'fulfilled' ? result.value.rows : [])) as Rows
  } finally {
    connection.release(failure instanceof Error && !('code' in failure) ? failure : undefined)
  }
}
