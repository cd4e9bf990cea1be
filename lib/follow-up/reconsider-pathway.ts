import 'server-only'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { keepPathwayTasks, keepTasksOfPathways, type PathwayLedger } from '@/lib/tasks/keep-pathway-tasks'
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
  const { changed, ledger } = await keepRows(tx, pathway)
  return changed + (await keepPathwayTasks(tx, pathwayId, ledger))
}

/**
 * As `reconsiderPathway`, for many that were read after their patients' follow-up was locked, as a job.
 *
 * @returns on how many of them anything changed
 */
export async function keepLedgers(tx: Tx, pathways: readonly KnownPathway[]): Promise<number> {
  const kept = []
  for (const pathway of pathways) kept.push(await keepRows(tx, pathway))
  const ledgers = kept.map(({ ledger }) => ledger)
  const changedTasks = await keepTasksOfPathways(tx, ledgers)
  return kept.filter(({ changed, ledger }) => changed > 0 || changedTasks.has(ledger.pathway)).length
}

/** Makes the rows of tests agree. @returns how many changed, and what the ledger has to say */
async function keepRows(tx: Tx, pathway: KnownPathway): Promise<{ changed: number; ledger: PathwayLedger }> {
  const standing = standingOf(pathway, today())
  const { changed, idOf } = await keepTests(tx, pathway, standing)
  return { changed, ledger: { pathway: pathway.row.id, ...tasksOf(pathway, standing, idOf) } }
}
