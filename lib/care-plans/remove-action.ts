import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import { RuleBroken } from '@/lib/platform/errors'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { findActionOf, refuseStaleAction } from './internal/action-under-change'
import { withdrawActionTasks } from './internal/action-tasks'
import { beginNextVersion } from './internal/plan-events'
import { planForChange } from './internal/plan-under-change'
import { isFinished } from './rules'
import type { removeActionSchema } from './schema'

const WHY = 'The action was taken out of the plan'

/**
 * Takes an action out of the plan, with whatever is owed for it. Agreed versions keep it.
 *
 * @throws NotFound, NotAllowed, Stale
 * @throws RuleBroken if the action is finished: what was done stays in the record
 */
export async function removeAction(
  actor: Actor,
  { patientId, actionId, version }: z.infer<typeof removeActionSchema>,
): Promise<{ planId: string }> {
  return asActor(actor, async (tx) => {
    const plan = await planForChange(tx, actor, { patientId, actionId }, ['action', 'update'])
    const { action } = findActionOf(plan, actionId)
    if (isFinished(action.state)) throw new RuleBroken('This action is finished, so it stays in the plan')
    const { count } = await tx.action.updateMany({
      where: { id: actionId, patientId, version },
      data: { removedAt: now(), version: { increment: 1 }, updatedAt: now(), updatedById: actor.staffId },
    })
    if (count !== 1) await refuseStaleAction(tx, { patientId, actionId }, [])
    await withdrawActionTasks(tx, { patientId, actionId, why: WHY })
    await closeTasks(tx, {
      patientId,
      subjectId: actionId,
      kinds: ['reassign_declined_action'],
      how: 'met',
      why: WHY,
    })
    await beginNextVersion(tx, actor, plan)
    await recordAccess(tx, { event: 'action.removed', patientId, entityId: actionId })
    return { planId: plan.id }
  })
}
