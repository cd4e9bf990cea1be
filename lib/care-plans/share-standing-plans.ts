import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { findRegisteredPractice } from '@/lib/care-teams/current-teams'
import type { Tx } from '@/lib/platform/database'
import type { AgreedVersion, LivePlan } from './care-plan'
import { findLivePlan } from './internal/live-plan'
import { shareVersion } from './internal/sharing'

/**
 * Shares the plans that stand agreed with the practice that the person is registered with now, where it has not had
 * them and the person did not say no. For the command that records another practice, in its transaction.
 *
 * @returns how many were shared
 */
export async function shareStandingPlans(tx: Tx, actor: Actor, patientId: string): Promise<number> {
  const practice = await findRegisteredPractice(tx, patientId)
  if (!practice) return 0
  let shared = 0
  for (const { id } of await tx.carePlan.findMany({ where: { patientId }, select: { id: true } })) {
    const plan = await findLivePlan(tx, patientId, id)
    const version = plan?.versions[0]
    if (!plan || !version || !mayBeSharedWith(plan, version, practice.id)) continue
    await shareVersion(tx, actor, { plan, version }, practice.id)
    await recordAccess(tx, { event: 'care_plan.shared', patientId, entityId: version.id })
    shared++
  }
  return shared
}

function mayBeSharedWith(plan: LivePlan, version: AgreedVersion, practiceTeamId: string): boolean {
  const saidNo = plan.standing.isKeptFromPractice || !plan.person.sharesWithPractice
  const hasHadIt = version.shares.some((share) => share.teamId === practiceTeamId)
  return !saidNo && !hasHadIt && plan.person.diedOn === null
}
