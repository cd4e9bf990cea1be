import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { keepTasksOfPathways, oweOnPathways, type PathwayLedger } from '@/lib/tasks/keep-pathway-tasks'
import { holdPathway, reconsiderHeld, writeHeldTests } from './internal/held-pathway'
import { lockFollowUp, readPathways, type KnownPathway } from './internal/read-pathways'

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
  const pathways = await readPathways(tx, { ids: [pathwayId] })
  if (pathways.length === 0) throw new NotFound()
  const [kept] = await keepTests(tx, pathways)
  return kept ? kept.changed + (await oweOnPathways(tx, [kept.ledger])) : 0
}

/**
 * As `reconsiderPathway`, for many that were read after their patients' follow-up was locked, as a job.
 *
 * @returns on how many of them anything changed
 */
export async function keepLedgers(tx: Tx, pathways: readonly KnownPathway[]): Promise<number> {
  const kept = await keepTests(tx, pathways)
  const ledgers = kept.map(({ ledger }) => ledger)
  const changedTasks = await keepTasksOfPathways(tx, ledgers)
  return kept.filter(({ changed, ledger }) => changed > 0 || changedTasks.has(ledger.pathway)).length
}

/** `changed`: how many rows of tests did. */
type Kept = { changed: number; ledger: PathwayLedger }

/** Makes the rows of tests agree. @returns for each pathway what the ledger has to say */
async function keepTests(tx: Tx, pathways: readonly KnownPathway[]): Promise<Kept[]> {
  const kept = pathways.map((pathway) => {
    const held = holdPathway(pathway)
    return { held, ledger: reconsiderHeld(held, pathway.results) }
  })
  await writeHeldTests(
    tx,
    kept.map(({ held }) => held),
  )
  return kept.map(({ held: { added, changed }, ledger }) => ({ changed: added.size + changed.size, ledger }))
}
