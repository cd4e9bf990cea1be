import type { Environment } from '../environment'
import { OperatorError } from '../operator-error'
import { DATABASE_ROLES, type DatabaseRole, type RolePasswords } from './secrets'

/** A connection string for each role. */
export type ConnectionUrls = Readonly<Record<DatabaseRole, string>>

/** The environment variable that carries each role's connection string. */
export const URL_VARIABLES: Readonly<Record<DatabaseRole, string>> = {
  app: 'DATABASE_URL',
  owner: 'DATABASE_OWNER_URL',
  app_auth: 'DATABASE_AUTH_URL',
  worker: 'DATABASE_WORKER_URL',
  auditor: 'DATABASE_AUDITOR_URL',
  backup: 'DATABASE_BACKUP_URL',
}

/** The same server and database as `anyUrl`, once for each role. */
export function roleUrls(anyUrl: string, passwords: RolePasswords): ConnectionUrls {
  return mapRoles((role) => {
    const url = new URL(anyUrl)
    url.username = role
    url.password = passwords[role]
    return url.href
  })
}

/** The same roles on another database of the same server. */
export function onDatabase(urls: ConnectionUrls, database: string): ConnectionUrls {
  return mapRoles((role) => {
    const url = new URL(urls[role])
    url.pathname = `/${database}`
    return url.href
  })
}

/**
 * The connection strings that the environment gives for every role.
 *
 * @throws OperatorError naming the variables that are missing or are no Postgres address
 */
export function urlsFromEnvironment(env: Environment): ConnectionUrls {
  const wrong = DATABASE_ROLES.filter((role) => !isPostgresUrl(env[URL_VARIABLES[role]]))
  if (wrong.length > 0) {
    const names = wrong.map((role) => `${URL_VARIABLES[role]} (role ${role})`).join(', ')
    throw new OperatorError(`Not given, or not a postgresql:// address: ${names}.`)
  }
  return mapRoles((role) => env[URL_VARIABLES[role]] ?? '')
}

/** Whether the text is an address of a Postgres database. */
export function isPostgresUrl(text: string | undefined): boolean {
  if (!text || !URL.canParse(text)) return false
  return ['postgres:', 'postgresql:'].includes(new URL(text).protocol)
}

function mapRoles(urlOf: (role: DatabaseRole) => string): ConnectionUrls {
  return Object.fromEntries(DATABASE_ROLES.map((role) => [role, urlOf(role)])) as Record<DatabaseRole, string>
}
