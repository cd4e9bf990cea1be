import { Client } from 'pg'
import type { Environment } from '../environment'
import { codeOf, messageOf, OperatorError } from '../operator-error'
import {
  isPostgresUrl,
  roleUrls,
  urlsFromEnvironment,
  URL_VARIABLES,
  type ConnectionUrls,
} from './connection-urls'
import { dataHome, rememberServer } from './data-home'
import { walArchiveFolder } from './wal-archive-folder'
import { startEmbeddedServer, type EmbeddedServer } from './embedded-server'
import { dropIfHalfLoaded } from './half-loaded-demo'
import { createDatabase, DATABASE_NAME, prepareDatabase } from './roles'
import { keptSecrets } from './secrets'

/** The database this deployment works on, with the roles in place. */
export type ProjectDatabase = {
  readonly urls: ConnectionUrls
  /** The server started here; undefined when DATABASE_URL names one. */
  readonly server: EmbeddedServer | undefined
}

/**
 * Opens the database: the one that DATABASE_URL names, else the embedded one.
 *
 * @throws OperatorError with one plain line
 */
export async function openProjectDatabase(env: Environment = process.env): Promise<ProjectDatabase> {
  return env.DATABASE_URL ? { urls: await externalUrls(env), server: undefined } : openEmbedded(env)
}

async function openEmbedded(env: Environment): Promise<ProjectDatabase> {
  const data = dataHome()
  const secrets = keptSecrets(data.home)
  const server = await startEmbeddedServer({
    dataFolder: data.clusterFolder,
    supportFolder: data.supportFolder,
    superuserPassword: secrets.superuserPassword,
    preferredPort: data.port,
    walArchive: walArchiveFolder(env.ALONGSIDE_WAL_ARCHIVE, data.clusterFolder),
  })
  try {
    rememberServer(data, server.port)
    await createDatabase(server.superuserUrl(), DATABASE_NAME)
    await dropIfHalfLoaded(server.superuserUrl(), DATABASE_NAME)
    await createDatabase(server.superuserUrl(), DATABASE_NAME)
    await prepareDatabase(server.superuserUrl(DATABASE_NAME), secrets.rolePasswords)
    return { urls: roleUrls(server.superuserUrl(DATABASE_NAME), secrets.rolePasswords), server }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/**
 * All roles as the environment names them; or, if only DATABASE_URL is given and may create roles, roles made through
 * it, after which it is not used again.
 */
async function externalUrls(env: Environment): Promise<ConnectionUrls> {
  const given = env.DATABASE_URL ?? ''
  if (!isPostgresUrl(given))
    throw new OperatorError('DATABASE_URL is not an address like postgresql://user:password@host:5432/name.')
  if (env[URL_VARIABLES.owner] || !(await mayCreateRoles(given))) {
    const urls = urlsFromEnvironment(env)
    await mayCreateRoles(urls.owner)
    return urls
  }
  const secrets = keptSecrets(dataHome().home)
  try {
    await prepareDatabase(given, secrets.rolePasswords)
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError(`The database roles cannot be set up through DATABASE_URL: ${messageOf(error)}.`)
  }
  return roleUrls(given, secrets.rolePasswords)
}

async function mayCreateRoles(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ may: boolean }>(
      'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
    )
    return rows[0]?.may ?? false
  } catch (error) {
    throw new OperatorError(
      `The database cannot be used (${placeOf(url)}): ${messageOf(error) || codeOf(error)}`,
    )
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Host, port and database: what helps, without the password. */
function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}:${port || '5432'}${pathname}`
}
