import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { nextCommand } from './build'
import { startChild, type Child } from './child-process'
import type { Environment } from './environment'
import { projectRoot } from './project-root'
import type { StartSettings } from './start-settings'

/**
 * Heap limits in megabytes: server and worker together are to stay below 600 MB of memory. With 256 the server collects garbage
 * most of its time once every page was opened: a quarter of the requests a second.
 */
const WEB_HEAP_MB = 320
/** Node takes three times 64 on a machine with much memory: 90 MB more for the server, and it serves no faster. */
const WEB_YOUNG_MB = 16
const WORKER_HEAP_MB = 96
/** What a hundred messages are about is in memory at once; with less the listener collects garbage half of its time. */
const LISTENER_HEAP_MB = 256
const LISTENER_YOUNG_MB = 64

/** How Node runs our TypeScript; the condition lets modules in that are for the server only. */
export const typescriptFlags = [
  '--import',
  'tsx',
  '--conditions=react-server',
  '--disable-warning=ExperimentalWarning',
]

/** Starts the web server on the built pages, or on the sources for development. */
export function startWeb({ dev, port, host }: StartSettings, env: Environment, logFile?: string): Child {
  const heap = dev ? [] : [`--max-old-space-size=${WEB_HEAP_MB}`, `--max-semi-space-size=${WEB_YOUNG_MB}`]
  const preloaded = ['--import', pathToFileURL(inOperations('plain-errors.mjs')).href]
  const args = [...heap, ...preloaded, nextCommand, dev ? 'dev' : 'start', '-p', `${port}`, '-H', host]
  return startChild({ name: 'The web server', args, env, logFile })
}

/** Starts the job worker. */
export function startWorker(env: Environment, logFile?: string): Child {
  const args = [`--max-old-space-size=${WORKER_HEAP_MB}`, ...typescriptFlags, inOperations('worker.ts')]
  return startChild({ name: 'The job worker', args, env, logFile })
}

/** Starts the listener for messages of other systems. */
export function startListener(env: Environment, logFile?: string): Child {
  const heap = [`--max-old-space-size=${LISTENER_HEAP_MB}`, `--max-semi-space-size=${LISTENER_YOUNG_MB}`]
  const args = [...heap, ...typescriptFlags, inOperations('listener.ts')]
  return startChild({ name: 'The listener for messages', args, env, logFile })
}

/** Starts the loading of reference data and, in demo mode, of demo data. Ends by itself. */
export function startLoader(env: Environment, logFile?: string): Child {
  const args = [...typescriptFlags, inOperations('load-data.ts')]
  return startChild({ name: 'The loading of data', args, env, logFile })
}

/** Where this machine reaches the web server. */
export function originOf({ host, port }: Pick<StartSettings, 'host' | 'port'>): string {
  return `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`
}

function inOperations(file: string): string {
  return path.join(projectRoot, 'lib/operations', file)
}
