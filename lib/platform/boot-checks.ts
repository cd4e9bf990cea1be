import type { ClientBase, Pool } from 'pg'

/** Tables without row security, each for a reason. Everything else in these schemas must enforce it. */
const TABLES_WITHOUT_ROW_SECURITY: readonly string[] = [
  // Names of migrations; no personal data, and the check below must be able to read it.
  'public._prisma_migrations',
]

/** Settings without which an answered request could be lost in a crash. */
const DURABLE_SETTINGS = ['fsync', 'full_page_writes', 'synchronous_commit']

type Queryable = Pick<ClientBase | Pool, 'query'>

/**
 * Why this database must not be served from, over the connection that requests would use. Empty if it may be.
 * Reasons name roles, tables and settings, never a person.
 *
 * @param migrations the names of the migrations this version was made for
 */
export async function bootFaults(client: Queryable, migrations: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ fault: string }>({
    name: 'boot-faults',
    text: FAULTS,
    values: [DURABLE_SETTINGS, TABLES_WITHOUT_ROW_SECURITY],
  })
  return [...rows.map(({ fault }) => fault), ...(await migrationFaults(client, migrations))]
}

const FAULTS = `
  select format('database role %s is a superuser', rolname) as fault
  from pg_roles where rolname = current_user and rolsuper
  union all
  select format('database role %s bypasses row security', rolname)
  from pg_roles where rolname = current_user and rolbypassrls
  union all
  select format('database role %s owns table %s', current_user, oid::regclass)
  from pg_class where relkind in ('r', 'p') and pg_get_userbyid(relowner) = current_user
  union all
  select format('setting %s is off', name)
  from pg_settings where name = any ($1) and setting = 'off'
  union all
  select format('table %s.%s does not force row security', nspname, relname)
  from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where relkind in ('r', 'p') and nspname in ('public', 'access')
    and not (relrowsecurity and relforcerowsecurity)
    and format('%s.%s', nspname, relname) <> all ($2)`

async function migrationFaults(client: Queryable, expected: readonly string[]): Promise<string[]> {
  const { rows: found } = await client.query<{ records: string | null }>(
    `select to_regclass('_prisma_migrations') as records`,
  )
  if (!found[0]?.records) return ['the database has not been migrated']
  const { rows } = await client.query<{ name: string; finished: boolean }>(
    `select migration_name as name, finished_at is not null as finished
     from _prisma_migrations where rolled_back_at is null`,
  )
  const finished = new Set(rows.filter((row) => row.finished).map(({ name }) => name))
  const missing = expected.filter((name) => !finished.has(name))
  const halfway = rows.filter((row) => !row.finished).map(({ name }) => name)
  const unknown = [...finished].filter((name) => !expected.includes(name))
  return [
    ...missing.map((name) => `migration ${name} has not been applied`),
    ...halfway.map((name) => `migration ${name} stopped half-way`),
    ...unknown.map((name) => `migration ${name} is of a later version`),
  ]
}
