import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { now, today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { actionColumns } from './internal/action-fields'
import { beginNextVersion } from './internal/plan-events'
import { planForChange } from './internal/plan-under-change'
import type { ActionInput } from './schema'

/**
 * Adds an action to a concern of the plan. Nothing is owed for it until the person has agreed it.
 *
 * @throws NotFound, NotAllowed
 * @throws RuleBroken as `actionColumns`, or where the concern is left out of the plan
 */
export async function addAction(
  actor: Actor,
  input: ActionInput,
): Promise<{ planId: string; actionId: string }> {
  const { patientId, itemId } = input
  return asActor(actor, async (tx) => {
    const plan = await planForChange(tx, actor, { patientId, itemId }, ['action', 'create'])
    const item = plan.items.find(({ id }) => id === itemId)
    if (!item) throw new NotFound()
    if (item.isLeftOut) throw new RuleBroken('This concern is left out of the plan. Take it in again first')
    const columns = await actionColumns(tx, plan, item.concern.code, input)
    const by = { updatedAt: now(), updatedById: actor.staffId }
    const action = { ...columns, ...by, id: uuidv7(), patientId, teamId: plan.team.id, planItemId: itemId }
    await tx.action.create({ data: action })
    await tx.actionEvent.create({
      data: {
        id: uuidv7(),
        patientId,
        actionId: action.id,
        kind: 'opened',
        on: toDatabaseDate(today()),
        recordedAt: now(),
        recordedById: actor.staffId,
      },
    })
    await beginNextVersion(tx, actor, plan)
    await recordAccess(tx, {
      event: 'action.added',
      patientId,
      entityId: action.id,
      detail: { owner: columns.ownerKind },
    })
    return { planId: plan.id, actionId: action.id }
  })
}
