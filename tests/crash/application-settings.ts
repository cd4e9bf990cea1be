import { TEST_KEY } from '@/tests/support/web-server'
import type { ConnectionUrls } from '@/lib/operations/database/connection-urls'
import { forgetEnv } from '@/lib/platform/env'

/** Points the commands of this process at a database. */
export function pointApplicationAt(urls: ConnectionUrls): void {
  Object.assign(process.env, {
    DATABASE_URL: urls.app,
    DATABASE_AUTH_URL: urls.app_auth,
    ALONGSIDE_SESSION_KEY: TEST_KEY,
    ALONGSIDE_TOTP_KEY: TEST_KEY,
    ALONGSIDE_LOG_LEVEL: 'silent',
  })
  forgetEnv()
}
