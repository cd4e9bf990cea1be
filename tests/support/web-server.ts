import os from 'node:os'
import path from 'node:path'
import { nextCommand } from '@/lib/operations/build'
import { startChild, type Child } from '@/lib/operations/child-process'
import type { ConnectionUrls } from '@/lib/operations/database/connection-urls'
import { freePort } from '@/lib/operations/database/free-port'
import { newSecrets } from '@/lib/operations/database/secrets'
import { webEnvironment, type StartSettings } from '@/lib/operations/start-settings'
import { waitUntilHealthy } from '@/lib/operations/wait-until-healthy'
import { runningProcesses } from './processes'

/** As `npm start` gives the web server. */
const HEAP_MB = 320

/** Both keys of a service that lives as long as a test. */
export const TEST_KEY = Buffer.alloc(32, 7).toString('base64')

/** The built pages, served by a process of their own. */
export type WebServer = {
  readonly origin: string
  readonly port: number
  /** Memory of the process and of what it started, in bytes. */
  residentBytes(): number
  /** SIGKILL: it gets to finish nothing. */
  kill(): Promise<void>
  /** Asks it to end, and waits. */
  stop(): Promise<void>
}

/**
 * Serves the build that is there. Ends with this process at the latest.
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
  }
  const web = startChild({
    name: 'The web server',
    args: [
      `--max-old-space-size=${HEAP_MB}`,
      nextCommand,
      'start',
      '-p',
      `${settings.port}`,
      '-H',
      settings.host,
    ],
    env: {
      ...webEnvironment(settings, urls, { ...newSecrets(), sessionKey: TEST_KEY, totpKey: TEST_KEY }),
      ALONGSIDE_LOG_LEVEL: 'warn',
    },
    logFile: path.join(os.tmpdir(), `alongside-web-${settings.port}.log`),
  })
  const origin = `http://localhost:${settings.port}`
  try {
    await waitUntilHealthy(origin, web.hasExited)
  } catch (error) {
    await web.stop()
    throw error
  }
  return {
    origin,
    port: settings.port,
    residentBytes: () => residentBytesOf(web),
    kill: () => kill(web),
    stop: web.stop,
  }
}

/** Memory of a child and of everything in its process group, in bytes. */
export function residentBytesOf(child: Child): number {
  return runningProcesses()
    .filter(({ group }) => group === child.pid)
    .reduce((sum, { residentBytes }) => sum + residentBytes, 0)
}

async function kill(child: Child): Promise<void> {
  if (child.pid && !child.hasExited()) process.kill(-child.pid, 'SIGKILL')
  await child.exited
}
