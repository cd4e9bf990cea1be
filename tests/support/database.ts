import { Pool } from 'pg'
import { inject } from 'vitest'
import { DATABASE_ROLES, type DatabaseRole } from '@/lib/operations/database/secrets'
import { createScratchDatabase, type ScratchDatabase } from './scratch-database'

/** A database for one test file, with a connection pool for each role. */
export type TestDatabase = ScratchDatabase & {
  readonly pools: Readonly<Record<DatabaseRole, Pool>>
  /** For arranging and looking behind row security; never what is under test. */
  readonly superuser: Pool
}

/**
 * A fresh, migrated database. Pools connect only when used.
 *
 * Call in `beforeAll`, and `drop()` in `afterAll`, which closes the pools first.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const scratch = await createScratchDatabase(inject('scratchServer'))
  const pools = Object.fromEntries(
    DATABASE_ROLES.map((role) => [role, quietPool(scratch.urls[role], 8)]),
  ) as Record<DatabaseRole, Pool>
  const superuser = quietPool(scratch.superuserUrl, 4)
  const drop = async () => {
    await Promise.all([superuser, ...Object.values(pools)].map((pool) => pool.end()))
    await scratch.drop()
  }
  return { ...scratch, pools, superuser, drop }
}

/** A connection that breaks while nothing is asked of it must not fail a test that is not about it. */
function quietPool(connectionString: string, max: number): Pool {
  const pool = new Pool({ connectionString, max })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
