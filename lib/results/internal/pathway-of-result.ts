import 'server-only'
import { listLivePathways, pathwaysOfTests, type LivePathway } from '@/lib/follow-up/live-pathways'
import type { Tx } from '@/lib/platform/database'
import type { ResultRow } from './result-rows'

/** The live pathway that has to follow what is decided on a result: that of its test, else the only one of the person. */
export async function pathwayOfResult(
  tx: Tx,
  patientId: string,
  { testId }: Pick<ResultRow, 'testId'>,
): Promise<LivePathway | null> {
  const live = await listLivePathways(tx, patientId)
  const [own] = await pathwaysOfTests(tx, testId ? [testId] : [])
  return pathwayToFollow(live, own)
}

/** The same among pathways that were read before. @param own the pathway of its test */
export function pathwayToFollow(live: readonly LivePathway[], own: string | undefined): LivePathway | null {
  const found = live.find(({ id }) => id === own)
  return found ?? (live.length === 1 ? (live[0] ?? null) : null)
}
