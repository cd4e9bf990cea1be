import 'server-only'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { keepPathwayTasks } from '@/lib/tasks/keep-pathway-tasks'
import { keepTests } from './internal/keep-tests'
import { lockFollowUp, readPathways, type KnownPathway } from './internal/read-pathways'
import { standingOf } from './internal/standing'
import { tasksOf } from './internal/tasks-of-pathway'

/**
 * Works out from its facts which tests and tasks a pathway has to have today, and makes the rows of tests and the ledger
 * agree. Every command that changes a fact calls it last, in its transaction; the nightly job does for all.
 *
 * Tasks about a test (`request_surveillance_test` to `tell_result`) have the id of the surveillance test as subject, also
 * for a test that was done beyond what was due: it gets a row of its own. The others have the id of the pathway.
 *
 * @returns how many tests and tasks changed; 0 when all agreed
 * @throws NotFound if the actor of the transaction may not see the pathway
 */
export async function reconsiderPathway(tx: Tx, pathwayId: string): Promise<number> {
  const place = await tx.followUpPathway.findUnique({ where: { id: pathwayId }, select: { patientId: true } })
  if (!place) throw new NotFound()
  await lockFollowUp(tx, place.patientId)
  const [pathway] = await readPathways(tx, { id: pathwayId })
  if (!pathway) throw new NotFound()
  return keepLedger(tx, pathway)
}

/** As `reconsiderPathway`, for one that was read after its patient's follow-up was locked. */
export async function keepLedger(tx: Tx, pathway: KnownPathway): Promise<number> {
  const standing = standingOf(pathway, today())
  const { changed, idOf } = await keepTests(tx, pathway, standing)
  return changed + (await keepPathwayTasks(tx, pathway.row.id, tasksOf(pathway, standing, idOf)))
}
