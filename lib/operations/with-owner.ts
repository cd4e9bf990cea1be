import { roleUrls } from './database/connection-urls'
import { dataHome } from './database/data-home'
import { openProjectDatabase } from './database/project-database'
import { DATABASE_NAME } from './database/roles'
import { keptSecrets } from './database/secrets'
import { takeRunningLock } from './running-lock'

/** Works on the database that DATABASE_URL names, or else on the embedded one, whether it is running or not. */
export async function withOwner<Result>(work: (ownerUrl: string) => Promise<Result>): Promise<Result> {
  if (process.env.DATABASE_URL) return work((await openProjectDatabase()).urls.owner)
  const { home, port } = dataHome()
  const letGo = await takeRunningLock(home).catch(() => null)
  if (!letGo) {
    const running = `postgresql://127.0.0.1:${port}/${DATABASE_NAME}`
    return work(roleUrls(running, keptSecrets(home).rolePasswords).owner)
  }
  const { urls, server } = await openProjectDatabase()
  try {
    return await work(urls.owner)
  } finally {
    await server?.stop()
    letGo()
  }
}
