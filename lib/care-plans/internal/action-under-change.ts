import 'server-only'
import { staffNames } from '@/lib/accounts/staff-names'
import type { Tx } from '@/lib/platform/database'
import { NotFound, Stale, type StaleDifference } from '@/lib/platform/errors'
import type { LivePlan, PlanAction, PlanItem } from '../care-plan'

/** An action of the plan and the concern that it is for. @throws NotFound */
export function findActionOf(plan: LivePlan, actionId: string): { item: PlanItem; action: PlanAction } {
  for (const item of plan.items) {
    const action = item.actions.find(({ id }) => id === actionId)
    if (action) return { item, action }
  }
  throw new NotFound()
}

/** Says who changed an action meanwhile. @throws Stale, NotFound */
export async function refuseStaleAction(
  tx: Tx,
  { patientId, actionId }: { patientId: string; actionId: string },
  differences: StaleDifference[],
): Promise<never> {
  const current = await tx.action.findFirst({ where: { id: actionId, patientId } })
  if (!current) throw new NotFound()
  const name = await staffNames(tx, [current.updatedById])
  throw new Stale(name(current.updatedById), current.updatedAt, differences, current.version)
}
