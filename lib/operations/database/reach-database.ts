import { loadReferenceData } from '../load-reference-data'
import { takeRunningLock } from '../running-lock'
import { roleUrls, type ConnectionUrls } from './connection-urls'
import { dataHome } from './data-home'
import { migrate } from './migrate'
import { openProjectDatabase } from './project-database'
import { DATABASE_NAME } from './roles'
import { keptSecrets } from './secrets'

/**
 * Works on the database of this deployment: the one that DATABASE_URL names, else the embedded one, whether npm start
 * runs it or not. One that is not served is brought up to date first, and stopped again after.
 *
 * @throws OperatorError with one plain line
 */
export async function withProjectDatabase<Result>(
  work: (urls: ConnectionUrls) => Promise<Result>,
): Promise<Result> {
  if (process.env.DATABASE_URL) return workUpToDate((await openProjectDatabase()).urls, work)
  const { home, port } = dataHome()
  const letGo = await takeRunningLock(home).catch(() => null)
  if (!letGo) {
    const running = `postgresql://127.0.0.1:${port}/${DATABASE_NAME}`
    return work(roleUrls(running, keptSecrets(home).rolePasswords))
  }
  const { urls, server } = await openProjectDatabase()
  try {
    return await workUpToDate(urls, work)
  } finally {
    await server?.stop()
    letGo()
  }
}

async function workUpToDate<Result>(
  urls: ConnectionUrls,
  work: (urls: ConnectionUrls) => Promise<Result>,
): Promise<Result> {
  await migrate(urls.owner)
  await loadReferenceData({ ownerUrl: urls.owner })
  return work(urls)
}
