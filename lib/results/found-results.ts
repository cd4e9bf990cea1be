import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { findResults } from './internal/result-rows'
import { viewResults } from './internal/view-results'
import type { ResultView } from './result-view'

/**
 * What a test found, with what was decided on it, for who has the patient open and may read results. Who calls records
 * that each was read.
 *
 * @param resultIds the versions in force of one test
 */
export async function readFoundResults(
  tx: Tx,
  { patientId, resultIds }: { patientId: string; resultIds: readonly string[] },
): Promise<ResultView[]> {
  if (resultIds.length === 0) return []
  const views = await viewResults(tx, await findResults(tx, { patientId }))
  return views.filter(({ id }) => resultIds.includes(id))
}
