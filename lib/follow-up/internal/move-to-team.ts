import 'server-only'
import type { Tx } from '@/lib/platform/database'

/** From now on another team answers for a pathway and its tests. What is open follows once it is reconsidered. */
export async function moveToTeam(tx: Tx, pathwayId: string, teamId: string): Promise<void> {
  await tx.followUpPathway.updateMany({ where: { id: pathwayId }, data: { teamId } })
  await tx.surveillanceTest.updateMany({ where: { pathwayId }, data: { teamId } })
}
