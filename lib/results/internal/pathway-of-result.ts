import 'server-only'
import { listLivePathways, pathwaysOfTests, type LivePathway } from '@/lib/follow-up/live-pathways'
import type { Tx } from '@/lib/platform/database'
import { knownTests } from '../known-tests'
import { testsWith } from '../what-was-examined'
import type { ResultRow } from './result-rows'

/** The live pathway that has to follow what is decided on a result: that of its test, else the one that is meant. */
export async function pathwayOfResult(
  tx: Tx,
  patientId: string,
  { testId, analyteCode }: Pick<ResultRow, 'testId' | 'analyteCode'>,
): Promise<LivePathway | null> {
  const live = await listLivePathways(tx, patientId)
  const [own] = await pathwaysOfTests(tx, testId ? [testId] : [])
  return pathwayToFollow(live, own, analyteCode)
}

/** The same among pathways that were read before. @param own the pathway of its test. @param code what was examined */
export function pathwayToFollow(
  live: readonly LivePathway[],
  own: string | undefined,
  code: string,
): LivePathway | null {
  return live.find(({ id }) => id === own) ?? pathwayMeant(live, code)
}

/** Among the live pathways of a person the only one, else the only one whose protocol asks for what was examined. */
export function pathwayMeant(live: readonly LivePathway[], code: string): LivePathway | null {
  if (live.length === 1) return live[0] ?? null
  const wanted = testsWith(knownTests(), code)
  const [meant, ...others] = live.filter(({ snapshot }) =>
    snapshot.protocol.items.some(({ test }) => wanted.includes(test)),
  )
  return meant && others.length === 0 ? meant : null
}
