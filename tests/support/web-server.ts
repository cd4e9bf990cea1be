import { rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Child } from '@/lib/operations/child-process'
import type { ConnectionUrls } from '@/lib/operations/database/connection-urls'
import { freePort } from '@/lib/operations/database/free-port'
import { newSecrets } from '@/lib/operations/database/secrets'
import { originOf, startWeb } from '@/lib/operations/serve'
import { webEnvironment, type StartSettings } from '@/lib/operations/start-settings'
import { waitUntilHealthy } from '@/lib/operations/wait-until-healthy'

/** Both keys of a service that lives as long as a test. */
export const TEST_KEY = Buffer.alloc(32, 7).toString('base64')

/** The built pages, served by a process of their own. */
export type WebServer = {
  readonly origin: string
  readonly port: number
  /** Leads its process group. */
  readonly pid: number
  /** SIGKILL: it gets to finish nothing. */
  kill(): Promise<void>
  /** Asks it to end, and waits. */
  stop(): Promise<void>
}

/**
 * Serves the build that is there, as `npm start` does. Ends with this process at the latest.
 *
 * @param port the one to use; without it, a free one
 * @throws OperatorError if it cannot serve, with the reason that its health page gives
 */
export async function startWebServer(urls: ConnectionUrls, port?: number): Promise<WebServer> {
  const settings: StartSettings = {
    mode: 'demo',
    dev: false,
    port: port ?? (await freePort()),
    host: '127.0.0.1',
    listens: false,
  }
  const env = {
    ...webEnvironment(settings, urls, { ...newSecrets(), sessionKey: TEST_KEY, totpKey: TEST_KEY }),
    ALONGSIDE_LOG_LEVEL: 'warn',
  }
  const logFile = path.join(os.tmpdir(), `alongside-web-${settings.port}.log`)
  const forgetLog = () => rmSync(logFile, { force: true })
  const web = startWeb(settings, env, logFile)
  const origin = originOf(settings)
  try {
    await waitUntilHealthy(origin, web.hasExited)
  } catch (error) {
    await web.stop()
    throw error
  }
  return {
    origin,
    port: settings.port,
    pid: web.pid ?? 0,
    kill: () => kill(web).finally(forgetLog),
    stop: () => web.stop().finally(forgetLog),
  }
}

async function kill(child: Child): Promise<void> {
  if (child.pid && !child.hasExited()) process.kill(-child.pid, 'SIGKILL')
  await child.exited
}
