import 'server-only'
import { asJob, type SystemActor } from '@/lib/access/as-job'
import type { Tx } from '@/lib/platform/database'
import { allOrEach, type OnFailure } from './internal/all-or-each'
import { lockFollowUps, readPathways } from './internal/read-pathways'
import { keepLedgers } from './reconsider-pathway'

/** Pathways in one transaction: few enough that nobody who waits for one of them notices. */
const BATCH = 50

export type Recomputed = {
  pathways: number
  changed: number
  /** The pathway after which to go on; undefined when none is left. */
  next?: string
}

type Options = {
  /** The id of the pathway after which to begin. */
  after?: string | null
  /** How many pathways to look at, in whole batches. */
  most?: number
  /** Told of each pathway that could not be worked out; without it the first one ends the work. */
  onFailure?: OnFailure
}

/**
 * Works out anew, for every pathway on which anything can still be owed, what its tests and tasks are today: what is past
 * its grace is looked for, what came into its window is due. Run twice on one day it changes nothing the second time; what
 * it takes grows with the number of pathways.
 *
 * @returns how many pathways there were, and for how many anything changed
 */
export async function recomputeFollowUp(
  actor: SystemActor,
  { after = null, most = Infinity, onFailure }: Options = {},
): Promise<Recomputed> {
  const sum = { pathways: 0, changed: 0 }
  let last = after
  while (sum.pathways < most) {
    const ids = await asJob(actor, (tx) => unfinishedPathways(tx, last))
    sum.changed += await allOrEach(ids, (these) => asJob(actor, (tx) => recompute(tx, these)), onFailure)
    sum.pathways += ids.length
    last = ids.at(-1) ?? null
    if (ids.length < BATCH || last === null) return sum
  }
  return last === null ? sum : { ...sum, next: last }
}

/** Those that go on, those with a test that nobody settled, and those with a result that came after all seemed over. */
async function unfinishedPathways(tx: Tx, after: string | null): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from follow_up_pathway as pathway
    where id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000') and (ended_on is null or exists (
      select from surveillance_test as test where test.pathway_id = pathway.id and (settled_at is null or exists (
        select from result where result.test_id = test.id and not exists (
          select from result_review as review where review.result_id = result.id)))))
    order by id limit ${BATCH}`
  return rows.map(({ id }) => id)
}

async function recompute(tx: Tx, ids: readonly string[]): Promise<number> {
  const people = await tx.followUpPathway.findMany({
    where: { id: { in: [...ids] } },
    select: { patientId: true },
  })
  await lockFollowUps(
    tx,
    people.map(({ patientId }) => patientId),
  )
  return keepLedgers(tx, await readPathways(tx, { ids }))
}
