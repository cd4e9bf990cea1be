import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrationNames } from '@/lib/operations/database/migration-files'
import { bootFaults } from '@/lib/platform/boot-checks'
import { freshDatabase, type TestDatabase } from '../../support/database'

const names = migrationNames()

describe('the checks before serving', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.drop())

  it('find nothing wrong with a migrated database, as the role of requests', async () => {
    expect(await bootFaults(database.pools.app, names)).toEqual([])
  })

  it('refuse a superuser', async () => {
    const faults = await bootFaults(database.superuser, names)
    expect(faults).toContain('database role postgres is a superuser')
    expect(faults).toContain('database role postgres bypasses row security')
  })

  it('refuse a role that row security does not bind', async () => {
    expect(await bootFaults(database.pools.backup, names)).toContain(
      'database role backup bypasses row security',
    )
  })

  it('refuse a role that owns a table', async () => {
    expect(await bootFaults(database.pools.owner, names)).toContain('database role owner owns table patient')
  })

  it.each([
    [
      'alter table reference_set no force row level security',
      'alter table reference_set force row level security',
    ],
    [
      'alter table reference_set disable row level security',
      'alter table reference_set enable row level security',
    ],
  ])('refuse a table after: %s', async (loosen, mend) => {
    await database.pools.owner.query(loosen)
    const faults = await bootFaults(database.pools.app, names)
    await database.pools.owner.query(mend)
    expect(faults).toEqual(['table public.reference_set does not force row security'])
  })

  it('refuse a new table that nobody put row security on', async () => {
    await database.pools.owner.query('create table forgotten (id int)')
    expect(await bootFaults(database.pools.app, names)).toEqual([
      'table public.forgotten does not force row security',
    ])
    await database.pools.owner.query('drop table forgotten')
  })

  it('refuse a connection that does not wait for the disk', async () => {
    const client = await database.pools.app.connect()
    try {
      await client.query('set synchronous_commit = off')
      expect(await bootFaults(client, names)).toEqual(['setting synchronous_commit is off'])
    } finally {
      client.release(true)
    }
  })

  it('refuse a database that is behind, half-way or ahead', async () => {
    const [first = '', ...others] = names
    expect(await bootFaults(database.pools.app, [...names, 'next'])).toEqual([
      'migration next has not been applied',
    ])
    expect(await bootFaults(database.pools.app, others)).toEqual([`migration ${first} is of a later version`])
    await database.superuser.query(
      'update _prisma_migrations set finished_at = null where migration_name = $1',
      [first],
    )
    expect(await bootFaults(database.pools.app, names)).toEqual([
      `migration ${first} has not been applied`,
      `migration ${first} stopped half-way`,
    ])
  })

  it('refuse a database that was never migrated', async () => {
    await database.superuser.query('drop table _prisma_migrations')
    expect(await bootFaults(database.pools.app, names)).toEqual(['the database has not been migrated'])
  })
})
