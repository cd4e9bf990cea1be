import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASE_ROLES } from '@/lib/operations/database/secrets'
import { freshDatabase, type TestDatabase } from '@/tests/support/database'

/** Tables without row-level security: Prisma's own ledger of migrations, which the health check reads and the owner alone writes. */
const NOT_UNDER_ROW_SECURITY = ['_prisma_migrations']

describe('the database as it stands', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.drop())

  const ask = async <Row>(text: string): Promise<Row[]> =>
    (await database.superuser.query(text)).rows as Row[]

  it('forces row-level security on every table, and lets no role write to those without', async () => {
    const open = await ask<{ name: string }>(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`)
    expect(open.map(({ name }) => name)).toEqual(NOT_UNDER_ROW_SECURITY)
    const reachable = await ask(`
      select grantee from information_schema.role_table_grants
      where table_schema = 'public' and table_name = '_prisma_migrations' and privilege_type <> 'SELECT' and grantee not in ('owner', 'backup', 'postgres')`)
    expect(reachable).toEqual([])
  })

  it('has no table that role app owns, no superuser among the roles, and nobody but backup past row security', async () => {
    const roles = await ask<{
      name: string
      rolsuper: boolean
      rolbypassrls: boolean
      rolcreaterole: boolean
      owns: string
    }>(`
      select rolname as name, rolsuper, rolbypassrls, rolcreaterole,
        (select count(*) from pg_class where relowner = r.oid and relnamespace in ('public'::regnamespace, 'access'::regnamespace)) as owns
      from pg_roles r where rolname in (${DATABASE_ROLES.map((role) => `'${role}'`).join(', ')}, 'access_rules')`)
    expect(roles).toHaveLength(DATABASE_ROLES.length + 1)
    expect(roles.filter((role) => role.rolsuper || role.rolcreaterole)).toEqual([])
    expect(roles.filter((role) => role.rolbypassrls).map(({ name }) => name)).toEqual(['backup'])
    expect(roles.filter((role) => role.owns !== '0').map(({ name }) => name)).toEqual(['owner'])
  })

  it('pins the search path of every definer function and lets PUBLIC run no function of ours', async () => {
    const functions = await ask<{
      name: string
      definer: boolean
      path: string | null
      open: boolean
      owner: string
    }>(`
      select p.oid::regprocedure::text as name, p.prosecdef as definer,
        (select setting from unnest(p.proconfig) as setting where setting like 'search_path=%') as path,
        p.proacl is null or exists (select from aclexplode(p.proacl) where grantee = 0 and privilege_type = 'EXECUTE') as open,
        pg_get_userbyid(p.proowner) as owner
      from pg_proc p where p.pronamespace = 'access'::regnamespace`)
    expect(functions.length).toBeGreaterThan(20)
    expect(
      functions
        .filter((one) => one.definer && !/^search_path=pg_catalog.*pg_temp$/.test(one.path ?? ''))
        .map(({ name }) => name),
    ).toEqual([])
    expect(functions.filter((one) => one.open).map(({ name }) => name)).toEqual([])
    expect(
      functions.filter((one) => one.definer && one.owner !== 'access_rules').map(({ name }) => name),
    ).toEqual([])
  })

  it('lets nobody log in as the role that owns the rules, and app create or truncate nothing', async () => {
    expect(await ask(`select rolcanlogin from pg_roles where rolname = 'access_rules'`)).toEqual([
      { rolcanlogin: false },
    ])
    const { app } = database.pools
    await expect(app.query('create table mine (id int)')).rejects.toThrow('permission denied')
    await expect(app.query('create temporary table mine (id int)')).rejects.toThrow('permission denied')
    await expect(app.query('truncate task')).rejects.toThrow('permission denied')
    await expect(app.query('select password_hash from staff_credential')).rejects.toThrow('permission denied')
    await expect(app.query('select token_hash from staff_session')).rejects.toThrow('permission denied')
    await expect(app.query('select * from access_log')).rejects.toThrow('permission denied')
    await expect(app.query('set role access_rules')).rejects.toThrow('permission denied')
  })

  it('keeps facts, frozen plans and the access log from being changed, by anybody', async () => {
    const facts = [
      'assessment_offer',
      'needs_assessment',
      'concern',
      'care_plan_event',
      'care_plan_version',
      'action_event',
      'access_log',
      'performance_status',
      'clinical_row_version',
      'contact',
      'contact_event',
      'message',
      'message_event',
      'patient_statement',
      'retired_number',
    ]
    for (const fact of facts) {
      await expect(database.superuser.query(`truncate ${fact} cascade`), fact).rejects.toThrow('append-only')
    }
    const granted = await ask(`
      select table_name from information_schema.role_table_grants
      where grantee = 'app' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE') and table_name in (${facts.map((fact) => `'${fact}'`).join(', ')})`)
    expect(granted).toEqual([])
  })
})
