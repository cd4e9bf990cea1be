import { runMigrations } from 'graphile-worker'
import { Client, Pool } from 'pg'

/**
 * The queue's own bookkeeping table, as graphile-worker would make it. Making it here means that role `worker` need
 * not be allowed to create schemas.
 */
const BOOKKEEPING = `
  create table if not exists graphile_worker.migrations (
    id int primary key,
    ts timestamptz not null default now(),
    breaking boolean not null default false
  )`

/**
 * The one way in which the web server adds a job: in its own transaction, through a function that runs as `worker`,
 * so that `app` holds no right on the queue's tables and cannot read what other jobs carry.
 */
const DOOR = `
  create or replace function graphile_worker.enqueue(
    task text, payload json, run_at timestamptz default null, job_key text default null
  )
  returns void
  language sql
  security definer
  set search_path = pg_catalog, pg_temp
  as $$
    select graphile_worker.add_job(task, payload, run_at => enqueue.run_at, job_key => enqueue.job_key)
  $$`

const HEARTBEATS = `
  create table if not exists graphile_worker.heartbeat (
    worker_id text primary key,
    started_at timestamptz not null default now(),
    seen_at timestamptz not null default now()
  )`

/** Installs or updates the job queue in schema `graphile_worker`, as role `worker`. Idempotent. */
export async function installWorkerSchema(workerUrl: string): Promise<void> {
  await execute(workerUrl, [BOOKKEEPING])
  const pool = new Pool({ connectionString: workerUrl, max: 2, allowExitOnIdle: true })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  try {
    await runMigrations({ pgPool: pool })
  } finally {
    await pool.end()
  }
  await execute(workerUrl, [
    DOOR,
    'revoke all on all functions in schema graphile_worker from public',
    'grant execute on function graphile_worker.enqueue to app, app_auth',
    'grant usage on schema graphile_worker to app, app_auth',
    HEARTBEATS,
  ])
}

async function execute(url: string, statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock(4810111)')
    for (const statement of statements) await client.query(statement)
    await client.query('commit')
  } finally {
    await client.end()
  }
}
