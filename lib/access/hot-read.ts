import 'server-only'
import { appPool } from '@/lib/platform/database-pools'
import type { Actor } from './actor'

/**
 * A statement that the server plans once for each connection: `name` is its name there. Row security makes planning
 * dearer than running, so a plan of its own for every new value is ruled out (`ACTOR`).
 */
export type NamedStatement = { name: string; text: string; values: unknown[] }

const ACTOR =
  "select set_config('app.session', $1, true), set_config('plan_cache_mode', 'force_generic_plan', true)"

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
        text: ACTOR,
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
