import type { Pool } from 'pg'

/** A worker that has not been seen for this long is taken for dead. */
export const WORKER_SILENCE_SECONDS = 60
const BEAT_MS = 15_000

/**
 * Says that this worker is alive, and gives back the jobs of workers that are not: graphile-worker by itself would
 * leave a killed worker's jobs locked for four hours. Handlers must therefore bear being run twice.
 *
 * @returns the number of jobs given back
 */
export async function beat(pool: Pool, workerId: string): Promise<number> {
  await pool.query(
    `insert into graphile_worker.heartbeat (worker_id) values ($1)
     on conflict (worker_id) do update set seen_at = now()`,
    [workerId],
  )
  await pool.query(
    'delete from graphile_worker.heartbeat where seen_at < now() - make_interval(secs => $1)',
    [WORKER_SILENCE_SECONDS],
  )
  return unlockJobsOfTheDead(pool)
}

/** Beats until stopped. A beat that fails is tried again at the next: the database may be away for a while. */
export function keepBeating(
  pool: Pool,
  workerId: string,
  onError: (error: unknown) => void,
): () => Promise<void> {
  const timer = setInterval(() => void beat(pool, workerId).catch(onError), BEAT_MS)
  return async () => {
    clearInterval(timer)
    await pool.query('delete from graphile_worker.heartbeat where worker_id = $1', [workerId]).catch(onError)
  }
}

/** Whoever holds a lock without a fresh heartbeat is dead, unless it took the lock just now and has yet to beat. */
async function unlockJobsOfTheDead(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ holder: string; jobs: number }>(
    `select locked_by as holder, count(*)::int as jobs
     from graphile_worker.jobs
     where locked_by is not null and locked_at < now() - make_interval(secs => $1)
       and not exists (select from graphile_worker.heartbeat where worker_id = locked_by)
     group by locked_by`,
    [WORKER_SILENCE_SECONDS],
  )
  if (rows.length === 0) return 0
  await pool.query('select graphile_worker.force_unlock_workers($1)', [rows.map(({ holder }) => holder)])
  return rows.reduce((sum, { jobs }) => sum + jobs, 0)
}
