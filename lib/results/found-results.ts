import 'server-only'
import type { Tx } from '@/lib/platform/database'
import type { ToldBy } from '@/lib/platform/prisma-client/enums'
import { findResults } from './internal/result-rows'
import { viewResults } from './internal/view-results'
import type { ResultView } from './result-view'
import { resultsToTell, waysToTell } from './results-to-tell'

/** What a test found, and how the person may be told of it. */
type FoundResults = { results: readonly ResultView[]; waysToTell: readonly ToldBy[] }

const NOTHING_FOUND: FoundResults = { results: [], waysToTell: [] }

/**
 * What a test found, with what was decided on it, for who has the patient open and may read results. Who calls records
 * that each was read.
 *
 * @param resultIds the versions in force of one test
 */
export async function readFoundResults(
  tx: Tx,
  { patientId, resultIds }: { patientId: string; resultIds: readonly string[] },
): Promise<FoundResults> {
  if (resultIds.length === 0) return NOTHING_FOUND
  const rows = await findResults(tx, { patientId })
  const isFound = ({ id }: { id: string }) => resultIds.includes(id)
  const results = (await viewResults(tx, rows)).filter(isFound)
  return { results, waysToTell: waysToTell(resultsToTell(rows.filter(isFound))) }
}
