import { randomBytes } from 'node:crypto'
import { URL_VARIABLES, type ConnectionUrls } from './database/connection-urls'

/** The settings that the application's own code asks for. Nobody logs in here, so the keys need only be there. */
export function enterApplication(urls: ConnectionUrls): void {
  const key = randomBytes(32).toString('base64')
  process.env[URL_VARIABLES.app] = urls.app
  process.env[URL_VARIABLES.app_auth] = urls.app_auth
  process.env.ALONGSIDE_SESSION_KEY ||= key
  process.env.ALONGSIDE_TOTP_KEY ||= key
  // The log goes where the report goes; what fails is printed in one line.
  process.env.ALONGSIDE_LOG_LEVEL ||= 'silent'
}
