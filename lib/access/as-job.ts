import 'server-only'
import { unsafeJobTransaction, type Tx } from '@/lib/platform/database'
import { jobPool } from '@/lib/platform/database-pools'

/** The jobs that reach records of people: row-level security knows each by its name and opens no more than it needs. */
export const JOBS = ['send_message', 'receive_message', 'recompute_follow_up', 'write_letters'] as const
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

/** Another process is at it: to be tried again later. */
export class AtWorkElsewhere extends Error {
  constructor() {
    super('another process is at it')
    this.name = 'AtWorkElsewhere'
  }
}

/**
 * Runs work that no other process does at the same time for the same thing. The lock is the database session's: a process
 * that dies leaves it at once, one that lives keeps it for as long as it works.
 *
 * @param about the id of what is worked on
 * @throws AtWorkElsewhere
 */
export async function onlyHere(actor: SystemActor, about: string, work: () => Promise<void>): Promise<void> {
  const connection = await jobPool().connect()
  const lock = [`${actor.job} ${about}`]
  let isFree = false
  try {
    const { rows } = await connection.query<{ mine: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as mine',
      lock,
    )
    if (!rows[0]?.mine) {
      isFree = true
      throw new AtWorkElsewhere()
    }
    try {
      await work()
    } finally {
      // Given back before anybody hears of a failure, so that the next attempt need not wait for the connection to close.
      await connection.query('select pg_advisory_unlock(hashtextextended($1, 0))', lock)
      isFree = true
    }
  } finally {
    // A connection is closed rather than given back with a lock on it.
    connection.release(!isFree)
  }
}
