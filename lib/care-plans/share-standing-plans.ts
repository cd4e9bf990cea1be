import 'server-only'
import type { ActorOrJob } from '@/lib/access/actor-or-job'
import { recordAccess } from '@/lib/access-log/record-access'
import { findRegisteredPractice } from '@/lib/care-teams/current-teams'
import type { Tx } from '@/lib/platform/database'
import { findPlansToShare } from './internal/plans-to-share'
import { shareVersion } from './internal/sharing'

/**
 * Shares the plans that stand agreed with the practice that the person is registered with now, where it has not had
 * them and the person did not say no. For the command that records another practice, in its transaction.
 *
 * @returns how many were shared
 */
export async function shareStandingPlans(tx: Tx, actor: ActorOrJob, patientId: string): Promise<number> {
  const practice = await findRegisteredPractice(tx, patientId)
  if (!practice) return 0
  let shared = 0
  for (const plan of await findPlansToShare(tx, patientId)) {
    const [version] = plan.versions
    const hasHadIt = version?.shares.some(({ teamId }) => teamId === practice.id)
    if (!version || hasHadIt || !plan.mayBeShared) continue
    await shareVersion(tx, actor, { plan, version }, practice.id)
    await recordAccess(tx, { event: 'care_plan.shared', patientId, entityId: version.id })
    shared++
  }
  return shared
}
