import 'server-only'
import { asJob, type SystemActor } from '@/lib/access/as-job'
import type { Tx } from '@/lib/platform/database'
import { lockFollowUp, readPathways } from './internal/read-pathways'
import { keepLedger } from './reconsider-pathway'

/** Pathways in one transaction: few enough that nobody who waits for one of them notices. */
const BATCH = 50

export type Recomputed = { pathways: number; changed: number }

/**
 * Works out anew, for every pathway on which anything can still be owed, what its tests and tasks are today: what is past
 * its grace is looked for, what came into its window is due. Run twice on one day it changes nothing the second time; what
 * it takes grows with the number of pathways.
 *
 * @returns how many pathways there were, and for how many anything changed
 */
export async function recomputeFollowUp(actor: SystemActor): Promise<Recomputed> {
  const sum = { pathways: 0, changed: 0 }
  let after: string | null = null
  do {
    const batch: { last: string | null } & Recomputed = await asJob(actor, (tx) => recomputeBatch(tx, after))
    sum.pathways += batch.pathways
    sum.changed += batch.changed
    after = batch.last
  } while (after !== null)
  return sum
}

async function recomputeBatch(tx: Tx, after: string | null): Promise<{ last: string | null } & Recomputed> {
  const rows = await tx.followUpPathway.findMany({
    where: {
      ...(after !== null && { id: { gt: after } }),
      OR: [
        { endedOn: null },
        { tests: { some: { settledAt: null } } },
        // A result that came after everything seemed over.
        { tests: { some: { results: { some: { reviews: { none: {} } } } } } },
      ],
    },
    orderBy: { id: 'asc' },
    take: BATCH,
    select: { id: true, patientId: true },
  })
  // In one order, so that two who take several never wait for each other in a ring.
  const patientIds = [...new Set(rows.map(({ patientId }) => patientId))].sort()
  for (const patientId of patientIds) await lockFollowUp(tx, patientId)
  const known = await readPathways(tx, { id: { in: rows.map(({ id }) => id) } })
  let changed = 0
  for (const pathway of known) if ((await keepLedger(tx, pathway)) > 0) changed += 1
  const last = rows.length === BATCH ? (rows.at(-1)?.id ?? null) : null
  return { last, pathways: known.length, changed }
}
