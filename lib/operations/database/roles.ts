import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { codeOf, OperatorError } from '../operator-error'
import { DATABASE_ROLES, type DatabaseRole, type RolePasswords } from './secrets'

/** The name of the database on the embedded server. */
export const DATABASE_NAME = 'alongside'

/** Written on each role, so that a role of the same name that belongs to something else is never taken over. */
const ROLE_MARK = 'Belongs to Alongside'
const ROLE_LOCK = 4_810_110

const ATTRIBUTES = 'login nosuperuser nocreatedb nocreaterole noreplication noinherit'

/** Limits that a request can never need to exceed, so a stuck one cannot hold locks or connections. */
const ROLE_SETTINGS: Partial<Record<DatabaseRole, Record<string, string>>> = {
  app: { statement_timeout: '10s', lock_timeout: '3s', idle_in_transaction_session_timeout: '15s' },
  app_auth: { statement_timeout: '10s', lock_timeout: '3s', idle_in_transaction_session_timeout: '15s' },
  // Longer than a request may take: registering jobs waits for requests that are adding some.
  worker: { statement_timeout: '5min', lock_timeout: '1min', idle_in_transaction_session_timeout: '5min' },
  auditor: { default_transaction_read_only: 'on' },
  backup: { default_transaction_read_only: 'on' },
}

/**
 * Creates the roles (or sets their attributes and passwords again) and prepares the database that `adminUrl` names:
 * owned by `owner`, nothing for PUBLIC, each role allowed to connect. All or nothing; idempotent; safe to run from
 * two processes.
 *
 * @param adminUrl a role that may create roles: a superuser, or CREATEROLE that owns the database
 * @throws OperatorError if a role of one of the names belongs to something else
 */
export async function prepareDatabase(adminUrl: string, passwords: RolePasswords): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [ROLE_LOCK])
    for (const role of DATABASE_ROLES) await putRole(client, role, passwords[role])
    await putRulesRole(client)
    await handOver(client)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

/** Creates a database if it is not there, with the same properties wherever it is created. */
export async function createDatabase(adminUrl: string, name: string, template = 'template0'): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) {
      await client.query(`create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)}`)
    }
  } finally {
    await client.end()
  }
}

async function putRole(client: Client, role: DatabaseRole, password: string): Promise<void> {
  const { rows } = await client.query<{ mark: string | null }>(
    `select shobj_description(oid, 'pg_authid') as mark from pg_roles where rolname = $1`,
    [role],
  )
  if (rows[0] && rows[0].mark !== ROLE_MARK) {
    throw new OperatorError(
      `A role named "${role}" exists on this database server and is not Alongside's. Give its connection string (DATABASE_…_URL) or use another server.`,
    )
  }
  const verb = rows[0] ? 'alter' : 'create'
  await client.query(`${verb} role ${role} ${ATTRIBUTES} password ${escapeLiteral(password)}`)
  await client.query(`comment on role ${role} is ${escapeLiteral(ROLE_MARK)}`)
  for (const [name, value] of Object.entries(ROLE_SETTINGS[role] ?? {})) {
    await client.query(`alter role ${role} set ${name} = ${escapeLiteral(value)}`)
  }
  if (role === 'backup') await allowBackupToSeeAll(client)
}

/**
 * The role that owns the functions which decide access: nobody logs in as it, and it may read just what deciding needs.
 * `owner` may hand functions to it and takes on none of its rights.
 */
async function putRulesRole(client: Client): Promise<void> {
  const { rowCount } = await client.query("select 1 from pg_roles where rolname = 'access_rules'")
  if (rowCount === 0) {
    await client.query('create role access_rules nologin nosuperuser nocreatedb nocreaterole noinherit')
    await client.query(`comment on role access_rules is ${escapeLiteral(ROLE_MARK)}`)
  }
  await client.query('grant access_rules to owner with inherit false, set true')
}

/** A managed server may keep BYPASSRLS to itself; it then makes the backups too. */
async function allowBackupToSeeAll(client: Client): Promise<void> {
  await client.query('savepoint before_backup')
  try {
    await client.query('alter role backup bypassrls')
    await client.query('grant pg_read_all_data to backup')
  } catch (error) {
    if (codeOf(error) !== '42501') throw error
    await client.query('rollback to savepoint before_backup')
  }
}

async function handOver(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; superuser: boolean }>(
    'select current_database() as name, rolsuper as superuser from pg_roles where rolname = current_user',
  )
  const database = escapeIdentifier(rows[0]?.name ?? '')
  if (!rows[0]?.superuser) await client.query('grant owner, worker to current_user')
  await client.query(`revoke all on database ${database} from public`)
  await client.query(`grant connect on database ${database} to ${DATABASE_ROLES.join(', ')}`)
  await client.query(`grant create, temporary on database ${database} to owner`)
  await client.query('alter schema public owner to owner')
  await client.query('revoke all on schema public from public')
  await client.query(`grant usage on schema public to ${DATABASE_ROLES.join(', ')}`)
  await client.query('create schema if not exists graphile_worker authorization worker')
}
