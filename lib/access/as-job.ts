import 'server-only'
import { unsafeJobTransaction, type Tx } from '@/lib/platform/database'

/** The jobs that reach records of people: row-level security knows each by its name and opens no more than it needs. */
export const JOBS = ['send_message'] as const
export type Job = (typeof JOBS)[number]

/** Who is asking where nobody is: the first argument of what a job does. Audited by the job's name. */
export type SystemActor = { job: Job }

/**
 * The door to the database for a job: a transaction as role `worker`, in which row-level security knows which job asks.
 *
 * @param work gets the transaction; nothing else may be used to reach the database inside it
 */
export async function asJob<Result>(actor: SystemActor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return unsafeJobTransaction(async (tx) => {
    await tx.$queryRaw`select set_config('app.job', ${actor.job}, true)`
    return work(tx)
  })
}
