import { EventEmitter } from 'node:events'
import { Logger, parseCrontab, run, type WorkerEvents } from 'graphile-worker'
import { Pool } from 'pg'
import { logger } from '@/lib/platform/logger'
import { CRON_TIMES, jobHandlers } from './job-handlers'
import { messageOf } from './operator-error'
import { beat, keepBeating } from './worker-heartbeat'

const CONCURRENCY = 2
const log = logger('worker')

/** The job worker: one process, as database role `worker`. Ends with 1 if it cannot go on. */
async function work(): Promise<void> {
  const pool = workerPool()
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
  const id = await workerId
  const unlocked = await beat(pool, id)
  if (unlocked > 0) log.warn({ unlocked }, 'gave back the jobs of a worker that died')
  const stopBeating = keepBeating(pool, id, (error) => log.warn(messageOf(error)))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void runner.stop())
  log.info('ready')
  await runner.promise
  await stopBeating()
  await pool.end()
}

function workerPool(): Pool {
  const pool = new Pool({ connectionString: process.env.DATABASE_WORKER_URL, max: CONCURRENCY + 2 })
  pool.on('error', (error) => log.warn(messageOf(error)))
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

work().catch((error: unknown) => {
  log.error(messageOf(error))
  process.exitCode = 1
})
