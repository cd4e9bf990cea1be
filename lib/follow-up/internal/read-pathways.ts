import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { readResultsOfTests, type ResultsOfTests } from '@/lib/results/results-of-tests'
import type { PathwayFacts, PathwaySnapshot } from '../pathway'
import { factsOf } from './facts-of-rows'
import { findPathwayRows, type PathwayRow, type WantedPathways } from './pathway-rows'
import { snapshotOf } from './snapshot-of-rows'

const FOLLOW_UP_LOCK = 481016

/** Keeps whoever else would change a fact of this patient's follow-up waiting until the transaction ends. */
export async function lockFollowUp(tx: Tx, patientId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${patientId}::text, ${FOLLOW_UP_LOCK}::bigint))`
}

/** The same for several patients, by their ids in order, as everybody does who takes several. */
export async function lockFollowUps(tx: Tx, patientIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(id::text, ${FOLLOW_UP_LOCK}::bigint))
    from (select distinct id from unnest(${[...patientIds]}::uuid[]) as id order by id) as wanted`
}

/** A pathway with all that is known of it. `snapshot`: null for one that asks nothing, the handing over to a practice. */
export type KnownPathway = {
  row: PathwayRow
  snapshot: PathwaySnapshot | null
  facts: PathwayFacts
  results: ResultsOfTests
}

/** Pathways with their facts, as far as the actor of the transaction may read them. */
export async function readPathways(tx: Tx, wanted: WantedPathways): Promise<KnownPathway[]> {
  const rows = await findPathwayRows(tx, wanted)
  const testIds = rows.flatMap(({ tests }) => tests.map(({ id }) => id))
  const all = await readResultsOfTests(tx, testIds)
  return rows.map((row) => knownPathway(row, resultsOf(row, all)))
}

/** A pathway of rows that were read before. @param results those of its tests */
export function knownPathway(row: PathwayRow, results: ResultsOfTests): KnownPathway {
  return { row, snapshot: snapshotOf(row), facts: factsOf(row, results), results }
}

function resultsOf({ tests }: PathwayRow, { results, reviews, tellings }: ResultsOfTests): ResultsOfTests {
  const own = new Set(tests.map(({ id }) => id))
  const mine = results.filter(({ testId }) => own.has(testId))
  const ids = new Set(mine.map(({ id }) => id))
  const ofMine = ({ resultId }: { resultId: string }) => ids.has(resultId)
  return { results: mine, reviews: reviews.filter(ofMine), tellings: tellings.filter(ofMine) }
}
