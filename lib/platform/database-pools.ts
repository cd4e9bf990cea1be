import 'server-only'
import { Pool, types, type CustomTypesConfig, type PoolConfig } from 'pg'
import { env, workerEnv } from './env'
import { logger } from './logger'

const log = logger('database')
const pools = new Map<string, Pool>()

const DATE_OID = 1082

/** Calendar days stay text: a `date` never passes through a time zone. */
const columnTypes: CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === DATE_OID ? String : types.getTypeParser(oid, format)),
}

function poolOf(name: string, config: PoolConfig): Pool {
  const kept = pools.get(name)
  if (kept) return kept
  const pool = new Pool({
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    types: columnTypes,
    ...config,
  })
  pool.on('error', (error) => log.warn({ code: Reflect.get(error, 'code') }, 'an idle connection was lost'))
  pools.set(name, pool)
  return pool
}

/** Connections as role `app`, for hot reads: statements sent together are answered in one wait. */
export function appPool(): Pool {
  const pipelined = { connectionString: env().DATABASE_URL, max: env().ALONGSIDE_POOL_SIZE, pipeline: true }
  return poolOf('app', pipelined)
}

/** Connections as role `app`, for the Prisma client. */
export function prismaPool(): Pool {
  return poolOf('prisma', { connectionString: env().DATABASE_URL, max: env().ALONGSIDE_POOL_SIZE })
}

/** Connections as role `app_auth`: accounts and sessions only. */
export function authPool(): Pool {
  return poolOf('auth', { connectionString: env().DATABASE_AUTH_URL, max: 4 })
}

/** Connections as role `worker`: for each job at work, its lock and the Prisma client's; for each peer that sends messages, three. */
export function jobPool(): Pool {
  return poolOf('job', { connectionString: workerEnv().DATABASE_WORKER_URL, max: 8 })
}

/** Ends all connections: when the process stops, and between tests. */
export async function closePools(): Promise<void> {
  const open = [...pools.values()]
  pools.clear()
  await Promise.all(open.map((pool) => pool.end()))
}
