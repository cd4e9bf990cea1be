import { readFileSync } from 'node:fs'
import path from 'node:path'
import { buildIfNeeded } from '@/lib/operations/build'
import type { ConnectionUrls } from '@/lib/operations/database/connection-urls'
import { startScratchServer } from '@/lib/operations/database/scratch-server'
import { newSecrets } from '@/lib/operations/database/secrets'
import { projectRoot } from '@/lib/operations/project-root'
import { startLoader } from '@/lib/operations/serve'
import { loaderEnvironment, type StartSettings } from '@/lib/operations/start-settings'
import { createScratchDatabase } from './scratch-database'
import { startWebServer, TEST_KEY } from './web-server'

/** The built service on a database of its own, with reference and demo data. */
export type JourneyService = { origin: string; urls: ConnectionUrls }

const logs = path.join(projectRoot, 'tests/.results')

/** Starts it; `stop()` ends all of it. What this process starts ends with it at the latest. */
export async function startJourneyService(): Promise<JourneyService & { stop(): Promise<void> }> {
  await buildIfNeeded(path.join(logs, 'build.log'), () => undefined)
  const server = await startScratchServer()
  try {
    const { urls } = await createScratchDatabase(server)
    await loadData(urls)
    const web = await startWebServer(urls)
    const stop = async () => {
      await web.stop()
      await server.stop()
    }
    return { origin: web.origin, urls, stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function loadData(urls: ConnectionUrls): Promise<void> {
  const settings: StartSettings = { mode: 'demo', dev: false, port: 0, host: '127.0.0.1', listens: false }
  const keys = { ...newSecrets(), sessionKey: TEST_KEY, totpKey: TEST_KEY }
  const logFile = path.join(logs, 'journeys-data.log')
  const loader = startLoader(loaderEnvironment(settings, urls, keys), logFile)
  if ((await loader.exited) === 0) return
  throw new Error(`The data for the journeys could not be loaded: ${readFileSync(logFile, 'utf8').trim()}`)
}

/** One that runs already, told of by a file: for working on the journeys. */
export function runningJourneyService(file: string): JourneyService {
  const told: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return told as JourneyService
}

/** What the workers need to reach the same database, for arranging. */
export function arrangingEnvironment({ origin, urls }: JourneyService): Record<string, string> {
  return {
    JOURNEYS_ORIGIN: origin,
    JOURNEYS_OWNER_URL: urls.owner,
    DATABASE_URL: urls.app,
    DATABASE_AUTH_URL: urls.app_auth,
    ALONGSIDE_SESSION_KEY: TEST_KEY,
    ALONGSIDE_TOTP_KEY: TEST_KEY,
    ALONGSIDE_POOL_SIZE: '3',
    ALONGSIDE_LOG_LEVEL: 'silent',
  }
}
