import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepareDatabase } from '@/lib/operations/database/roles'
import { DATABASE_ROLES, newSecrets, type DatabaseRole } from '@/lib/operations/database/secrets'
import { freshDatabase, type TestDatabase } from '../../support/database'

const SERVING: DatabaseRole[] = ['app', 'app_auth', 'worker']

describe('the roles of the database', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.drop())

  it('may log in, and none is a superuser or may make roles, databases or replicas', async () => {
    const { rows } = await database.superuser.query(
      `select rolname from pg_roles where rolname = any($1) and rolcanlogin
         and not (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolinherit)`,
      [DATABASE_ROLES],
    )
    expect(rows.map((row) => row.rolname).toSorted()).toEqual([...DATABASE_ROLES].toSorted())
  })

  it('gives only backup the right to pass row security', async () => {
    const { rows } = await database.superuser.query(
      'select rolname from pg_roles where rolbypassrls and rolname = any($1)',
      [DATABASE_ROLES],
    )
    expect(rows).toEqual([{ rolname: 'backup' }])
  })

  it.each(DATABASE_ROLES)('lets %s connect as itself', async (role) => {
    const { rows } = await database.pools[role].query('select current_user as me')
    expect(rows).toEqual([{ me: role }])
  })

  it.each(SERVING)('does not let %s create tables, temporary tables or schemas', async (role) => {
    for (const statement of ['create table t ()', 'create temporary table t ()', 'create schema s']) {
      await expect(database.pools[role].query(statement)).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('cuts a request off that runs or waits too long', async () => {
    const { rows } = await database.pools.app.query(
      `select name, setting from pg_settings
       where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name`,
    )
    expect(rows.map((row) => row.setting)).toEqual(['15000', '3000', '10000'])
  })

  it('does not let the backup role write', async () => {
    const write = database.pools.backup.query(
      `insert into reference_set (name, version, hash) values ('a', 'b', 'c')`,
    )
    await expect(write).rejects.toMatchObject({ code: '25006' })
  })

  it('lets app add a job without seeing the queue', async () => {
    await database.pools.app.query(`select graphile_worker.enqueue('some_job', '{"id": 1}')`)
    const { rows } = await database.pools.worker.query('select task_identifier from graphile_worker.jobs')
    expect(rows).toEqual([{ task_identifier: 'some_job' }])
    await expect(database.pools.app.query('select * from graphile_worker.jobs')).rejects.toMatchObject({
      code: '42501',
    })
  })
})

describe('preparing a server that already has a role of one of the names', () => {
  it('refuses to take over a role that is not marked as its own', async () => {
    const database = await freshDatabase()
    try {
      await database.superuser.query(`comment on role auditor is 'Of another program'`)
      const attempt = prepareDatabase(database.superuserUrl, newSecrets().rolePasswords)
      await expect(attempt).rejects.toThrow(/role named "auditor" exists/)
    } finally {
      await database.superuser.query(`comment on role auditor is 'Belongs to Alongside'`)
      await database.drop()
    }
  })
})
