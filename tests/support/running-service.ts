import path from 'node:path'
import { buildIfNeeded } from '@/lib/operations/build'
import type { ConnectionUrls } from '@/lib/operations/database/connection-urls'
import { freePort } from '@/lib/operations/database/free-port'
import { newSecrets } from '@/lib/operations/database/secrets'
import { projectRoot } from '@/lib/operations/project-root'
import { originOf, startLoader, startWeb, startWorker } from '@/lib/operations/serve'
import {
  loaderEnvironment,
  webEnvironment,
  workerEnvironment,
  type StartSettings,
} from '@/lib/operations/start-settings'
import { waitUntilHealthy } from '@/lib/operations/wait-until-healthy'

/** The built service, as `npm start` runs it, on a free port. */
export type RunningService = {
  /** Such as `http://127.0.0.1:41234`. */
  readonly origin: string
  readonly webPid: number | undefined
  readonly workerPid: number | undefined
  stop(): Promise<void>
}

export type ServiceOptions = {
  /** The roles on a migrated database. */
  readonly urls: ConnectionUrls
  /** Whether to load the demo data (needs an empty database); reference data is always loaded. */
  readonly demoData: boolean
  readonly worker?: boolean
}

const logs = path.join(projectRoot, 'tests/.results')

/** Builds if needed, loads data, starts web server and worker, and waits until requests are answered. */
export async function startService({
  urls,
  demoData,
  worker = true,
}: ServiceOptions): Promise<RunningService> {
  await buildIfNeeded(path.join(logs, 'build.log'), () => undefined)
  const settings: StartSettings = { mode: 'demo', dev: false, port: await freePort(), host: '127.0.0.1' }
  const secrets = newSecrets()
  const loading = {
    ...loaderEnvironment(settings, urls, secrets),
    ALONGSIDE_DEMO_DATA: demoData ? 'yes' : 'no',
  }
  const loader = startLoader(loading, path.join(logs, 'load-data.log'))
  if ((await loader.exited) !== 0) throw new Error(`Data could not be loaded: see ${logs}/load-data.log`)
  const web = startWeb(settings, webEnvironment(settings, urls, secrets), path.join(logs, 'web.log'))
  const jobs = worker
    ? startWorker(workerEnvironment(settings, urls), path.join(logs, 'worker.log'))
    : undefined
  const stop = async () => {
    await Promise.all([web.stop(), jobs?.stop()])
  }
  try {
    await waitUntilHealthy(originOf(settings), web.hasExited)
    return { origin: originOf(settings), webPid: web.pid, workerPid: jobs?.pid, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
