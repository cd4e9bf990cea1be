import { closeDatabase } from '@/lib/platform/database'
import { forgetEnv } from '@/lib/platform/env'
import { loadReferenceData } from '@/lib/operations/load-reference-data'
import { freshDatabase, type TestDatabase } from './database'

const KEY = Buffer.alloc(32, 7).toString('base64')

/** A fresh database with the reference data, and the application's own connections pointed at it. */
export async function freshApplication(): Promise<TestDatabase> {
  const database = await freshDatabase()
  Object.assign(process.env, {
    DATABASE_URL: database.urls.app,
    DATABASE_AUTH_URL: database.urls.app_auth,
    DATABASE_WORKER_URL: database.urls.worker,
    ALONGSIDE_SESSION_KEY: KEY,
    ALONGSIDE_TOTP_KEY: KEY,
    ALONGSIDE_LOG_LEVEL: 'silent',
  })
  forgetEnv()
  await loadReferenceData({ ownerUrl: database.urls.owner })
  const drop = async () => {
    await closeDatabase()
    await database.drop()
  }
  return { ...database, drop }
}
