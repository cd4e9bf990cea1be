import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Logger, parseCrontab, run, type WorkerEvents } from 'graphile-worker'
import { Pool } from 'pg'
import { logger } from '@/lib/platform/logger'
import { CRON_TIMES, jobHandlers } from './job-handlers'
import { messageOf } from './operator-error'
import { beat, keepBeating } from './worker-heartbeat'

const CONCURRENCY = 2
const RETRY_MS = 5000
const log = logger('worker')

/** The job worker: one process, as database role `worker`. If the database goes away, it waits for its return. */
async function work(): Promise<void> {
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
  const pool = workerPool()
  while (!stopping.signal.aborted) {
    try {
      await workUntil(stopping.signal, pool)
    } catch (error) {
      log.error(`Cannot work: ${messageOf(error)}`)
      await sleep(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  await pool.end()
}

async function workUntil(stop: AbortSignal, pool: Pool): Promise<void> {
  const events: WorkerEvents = new EventEmitter()
  const workerId = new Promise<string>((resolve) => {
    events.once('pool:create', ({ workerPool: { id } }) => resolve(id))
  })
  const runner = await run({
    pgPool: pool,
    events,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    taskList: jobHandlers(pool),
    parsedCronItems: parseCrontab(CRON_TIMES),
    logger: new Logger(() => (level, message) => log[level === 'warning' ? 'warn' : level](message)),
  })
  const stopRunner = () => void runner.stop().catch(() => undefined)
  stop.addEventListener('abort', stopRunner)
  if (stop.aborted) stopRunner()
  const id = await workerId
  const stopBeating = keepBeating(pool, id, (error) => log.warn(messageOf(error)))
  try {
    const unlocked = await beat(pool, id)
    if (unlocked > 0) log.warn({ unlocked }, 'gave back the jobs of a worker that died')
    log.info('ready')
    await runner.promise
  } finally {
    stop.removeEventListener('abort', stopRunner)
    await stopBeating()
  }
}

function workerPool(): Pool {
  const pool = new Pool({ connectionString: process.env.DATABASE_WORKER_URL, max: CONCURRENCY + 2 })
  pool.on('error', (error) => log.warn(messageOf(error)))
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

await work()
