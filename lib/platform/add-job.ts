import 'server-only'
import type { Tx } from './database'

/** A job for the worker. The same key again changes the job that waits instead of adding one. */
export type NewJob = { task: string; payload: object; runAt?: Date; key: string }

/** Adds a job in the transaction of what it is for: rolled back, it never was. */
export async function addJob(tx: Tx, { task, payload, runAt, key }: NewJob): Promise<void> {
  await tx.$queryRaw`
    select graphile_worker.enqueue(${task}, ${JSON.stringify(payload)}::json, run_at => ${runAt ?? null}::timestamptz, job_key => ${key})::text`
}
