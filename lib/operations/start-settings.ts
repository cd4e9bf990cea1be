import path from 'node:path'
import { dataFolder } from './database/data-home'
import type { Secrets } from './database/secrets'
import type { ConnectionUrls } from './database/connection-urls'
import { bareEnvironment, type Environment } from './environment'
import { OperatorError } from './operator-error'

/** How the service is to run. */
export type StartSettings = {
  readonly mode: 'demo' | 'live'
  readonly dev: boolean
  readonly port: number
  /** The address listened on. Loopback unless said otherwise: TLS and the outside belong to a proxy in front. */
  readonly host: string
  /** HL7 messages are taken in. */
  readonly listens: boolean
}

const DEFAULT_PORT = 3000
const LIVE_NEEDS = [
  'DATABASE_URL',
  'ALONGSIDE_SESSION_KEY',
  'ALONGSIDE_TOTP_KEY',
  'ALONGSIDE_ORIGIN',
] as const

/** Only for operators and their commands, or for one process that is given them by name. */
const NOT_PASSED_ON = [
  'ALONGSIDE_PARENT_PID',
  'ALONGSIDE_DATA',
  'ALONGSIDE_WAL_ARCHIVE',
  'ALONGSIDE_BACKUP_KEY',
  'ALONGSIDE_SMTP_URL',
]

/**
 * Reads the settings from the environment.
 *
 * @throws OperatorError naming what is missing or wrong
 */
export function startSettings(env: Environment, dev: boolean): StartSettings {
  const mode = env.ALONGSIDE_MODE || 'demo'
  if (mode !== 'demo' && mode !== 'live') throw new OperatorError('ALONGSIDE_MODE must be demo or live.')
  const missing = mode === 'live' ? LIVE_NEEDS.filter((name) => !env[name]) : []
  if (missing.length > 0) throw new OperatorError(`Live mode needs ${missing.join(', ')}.`)
  const listens = Boolean(env.ALONGSIDE_MLLP_PORT)
  if (listens && !env.ALONGSIDE_MLLP_ORGANISATION)
    throw new OperatorError(
      'ALONGSIDE_MLLP_PORT needs ALONGSIDE_MLLP_ORGANISATION, the ODS code of the organisation.',
    )
  return { mode, dev, port: portOf(env.PORT), host: env.ALONGSIDE_HOST || '127.0.0.1', listens }
}

/** What the web server is told: the roles of requests and of logging in, and nothing that could do more. */
export function webEnvironment(settings: StartSettings, urls: ConnectionUrls, secrets: Secrets): Environment {
  return {
    ...ownSettings(settings),
    ...keys(secrets),
    DATABASE_URL: urls.app,
    DATABASE_AUTH_URL: urls.app_auth,
    PORT: String(settings.port),
  }
}

/** What the job worker is told. */
export function workerEnvironment(settings: StartSettings, urls: ConnectionUrls): Environment {
  return {
    ...ownSettings(settings),
    DATABASE_WORKER_URL: urls.worker,
    ALONGSIDE_NOTIFY_KEY: process.env.ALONGSIDE_NOTIFY_KEY,
    // Holds a password: for the worker alone.
    ALONGSIDE_SMTP_URL: process.env.ALONGSIDE_SMTP_URL,
    ALONGSIDE_OUTBOX: process.env.ALONGSIDE_OUTBOX || path.join(dataFolder(), 'outbox'),
  }
}

/** What the listener for messages is told: the role of jobs, and what it listens on. */
export function listenerEnvironment(settings: StartSettings, urls: ConnectionUrls): Environment {
  return { ...ownSettings(settings), DATABASE_WORKER_URL: urls.worker }
}

/** What loading of reference and demo data is told: it runs before anybody is served, and ends. */
export function loaderEnvironment(
  settings: StartSettings,
  urls: ConnectionUrls,
  secrets: Secrets,
): Environment {
  return {
    ...webEnvironment(settings, urls, secrets),
    ...workerEnvironment(settings, urls),
    DATABASE_OWNER_URL: urls.owner,
  }
}

function ownSettings({ mode, dev }: StartSettings): Environment {
  const passed = Object.entries(process.env).filter(
    ([name]) => name.startsWith('ALONGSIDE_') && !name.endsWith('_KEY') && !NOT_PASSED_ON.includes(name),
  )
  return {
    ...Object.fromEntries(passed),
    ...bareEnvironment(),
    NODE_ENV: dev ? 'development' : 'production',
    ALONGSIDE_MODE: mode,
  }
}

/** Given by the operator, or else (in demo mode only) the ones kept in the data folder. */
function keys(secrets: Secrets): Environment {
  return {
    ALONGSIDE_SESSION_KEY: process.env.ALONGSIDE_SESSION_KEY || secrets.sessionKey,
    ALONGSIDE_TOTP_KEY: process.env.ALONGSIDE_TOTP_KEY || secrets.totpKey,
  }
}

function portOf(text: string | undefined): number {
  const port = Number(text || DEFAULT_PORT)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new OperatorError(`PORT must be a number from 1 to 65535, not "${text}".`)
}
