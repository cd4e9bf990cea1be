import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { runningProcesses, usageOfGroup } from '@/tests/support/processes'
import type { BenchDatabase } from './database'

/** What the nightly work on follow-up came to, as the worker does it, and the check of the ledger after it. */
export type Night = {
  people: number
  seconds: number
  /** Processor milliseconds of the worker, and the processes that it starts for this, for each person. */
  workerMs: number
  /** The most memory that these processes were seen to use. */
  residentBytes: number
  ledgerSeconds: number
}

const LOOK_EVERY_MS = 50

const LEFT = `
  select count(*)::int as left, coalesce(sum(attempts) filter (where last_error is not null), 0)::int as failures
  from graphile_worker.jobs where task_identifier = 'recompute_follow_up'`

const LEDGER = `
  select count(*)::int as people, count(*) filter (where open = 0)::int as without, count(*) filter (where doubled > 0)::int as doubled
  from access.follow_up_ledger()`

/**
 * Has the worker work out what is owed on every pathway, and checks the ledger.
 *
 * @param worker the worker's process id, which is that of its group
 * @throws Error if a part of the work failed, somebody has nothing open or a test is owed twice
 */
export async function measureNight({ urls }: BenchDatabase, worker: number): Promise<Night> {
  const [queue, owner] = [urls.worker, urls.owner].map((connectionString) => new Client({ connectionString }))
  if (!queue || !owner) throw new Error('there is nobody to connect as')
  await Promise.all([queue.connect(), owner.connect()])
  try {
    const work = await watchWork(queue, worker)
    const before = performance.now()
    const { rows } = await owner.query<{ people: number; without: number; doubled: number }>(LEDGER)
    const ledgerSeconds = (performance.now() - before) / 1000
    const [{ people, without, doubled } = { people: 0, without: 0, doubled: 0 }] = rows
    if (without > 0 || doubled > 0 || people === 0)
      throw new Error(`of ${people} people, ${without} have nothing open and ${doubled} a test twice`)
    return { people, ...work, workerMs: work.workerMs / people, ledgerSeconds }
  } finally {
    await Promise.all([queue.end(), owner.end()])
  }
}

async function watchWork(
  queue: Client,
  worker: number,
): Promise<Pick<Night, 'seconds' | 'workerMs' | 'residentBytes'>> {
  const { processorMs } = usageOfGroup(worker)
  const before = performance.now()
  await queue.query(`select graphile_worker.enqueue('recompute_follow_up', '{}')`)
  let residentBytes = 0
  for (;;) {
    const { rows } = await queue.query<{ left: number; failures: number }>(LEFT)
    if (rows[0]?.failures) throw new Error('the nightly work failed')
    if (!rows[0]?.left) break
    residentBytes = Math.max(residentBytes, residentWithChildren(worker))
    await sleep(LOOK_EVERY_MS)
  }
  return {
    seconds: (performance.now() - before) / 1000,
    workerMs: usageOfGroup(worker).processorMs - processorMs,
    residentBytes,
  }
}

function residentWithChildren(worker: number): number {
  const own = runningProcesses().filter(({ group, parent }) => group === worker || parent === worker)
  return own.reduce((sum, each) => sum + each.residentBytes, 0)
}
