import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '@/lib/operations/database/migrate'
import { migrationList, migrationNames } from '@/lib/operations/database/migration-files'
import { freshDatabase, type TestDatabase } from '../../support/database'

const LATER = '29991231235959_later'

describe('migrating', () => {
  let database: TestDatabase

  beforeEach(async () => {
    database = await freshDatabase()
  })
  afterEach(() => database.drop())

  it('records every migration as finished, and does nothing the second time', async () => {
    expect(await migrate(database.urls.owner)).toEqual([])
    expect(await appliedNames()).toEqual(migrationNames())
  })

  it('applies a script with functions whole', async () => {
    const script = `create function later() returns int language plpgsql as $$ begin perform 1; return 2; end $$;
      create table later_table (id int default later());`
    expect(await migrate(database.urls.owner, withLater(script))).toEqual([LATER])
    expect((await database.pools.owner.query('select later() as two')).rows).toEqual([{ two: 2 }])
  })

  it('leaves nothing of a script that fails, and refuses to go on until it is repaired', async () => {
    const broken = withLater('create table half (id int); select 1 / 0;')
    await expect(migrate(database.urls.owner, broken)).rejects.toThrow(/division by zero/)
    expect((await database.pools.owner.query(`select to_regclass('half') as half`)).rows).toEqual([
      { half: null },
    ])
    await expect(migrate(database.urls.owner, broken)).rejects.toThrow(
      new RegExp(`^The database is half-migrated: ${LATER} stopped before its end\\.`),
    )
  })

  it('refuses a migration that was edited after it was applied', async () => {
    await migrate(database.urls.owner, withLater('select 1'))
    await expect(migrate(database.urls.owner, withLater('select 2'))).rejects.toThrow(
      `Changed after it was applied to this database: ${LATER}.`,
    )
  })

  it('refuses a database that a later version has migrated', async () => {
    await migrate(database.urls.owner, withLater('select 1'))
    await expect(migrate(database.urls.owner)).rejects.toThrow(/ahead of this version.*29991231235959_later/)
  })

  async function appliedNames() {
    const { rows } = await database.pools.app.query<{ name: string }>(
      `select migration_name as name from _prisma_migrations where finished_at is not null order by started_at`,
    )
    return rows.map(({ name }) => name)
  }
})

function withLater(script: string) {
  const list = migrationList()
  list.migrationDirectories.push({
    path: LATER,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
  })
  return list
}
