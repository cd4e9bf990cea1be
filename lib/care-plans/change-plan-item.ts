import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import type { PlanItem } from './care-plan'
import { beginNextVersion } from './internal/plan-events'
import { planForChange } from './internal/plan-under-change'
import { isFinished } from './rules'
import type { changePlanItemSchema } from './schema'

type Input = z.infer<typeof changePlanItemSchema>

/**
 * Writes what matters to the person about a concern and the goal, or leaves the concern out of the plan for now.
 *
 * @throws NotFound, NotAllowed, Stale
 * @throws RuleBroken if the concern is to be left out while something of it is still to be done
 */
export async function changePlanItem(actor: Actor, input: Input): Promise<{ planId: string }> {
  const { patientId, itemId } = input
  return asActor(actor, async (tx) => {
    const plan = await planForChange(tx, actor, { patientId, itemId }, ['care_plan', 'update'])
    const item = plan.items.find(({ id }) => id === itemId)
    if (!item) throw new NotFound()
    if (input.leaveOut && item.actions.some((action) => !isFinished(action.state)))
      throw new RuleBroken([
        { field: 'leaveOut', message: 'Finish or take out its actions first, then leave the concern out' },
      ])
    if (isDifferent(item, input)) {
      await writeItem(tx, actor, input)
      await beginNextVersion(tx, actor, plan)
    }
    await recordAccess(tx, {
      event: 'care_plan.changed',
      patientId,
      entityId: itemId,
      detail: { part: 'item', leftOut: input.leaveOut },
    })
    return { planId: plan.id }
  })
}

/** Saving what is there already changes nothing, so there is nothing new to agree. */
function isDifferent(item: PlanItem, input: Input): boolean {
  return (
    item.whatMatters !== input.whatMatters || item.goal !== input.goal || item.isLeftOut !== input.leaveOut
  )
}

async function writeItem(tx: Tx, actor: Actor, input: Input): Promise<void> {
  const { patientId, itemId, version, whatMatters, goal, leaveOut } = input
  const { count } = await tx.planItem.updateMany({
    where: { id: itemId, patientId, version },
    data: {
      whatMatters,
      goal,
      removedAt: leaveOut ? now() : null,
      version: { increment: 1 },
      updatedAt: now(),
      updatedById: actor.staffId,
    },
  })
  if (count === 1) return
  const current = await tx.planItem.findFirst({ where: { id: itemId, patientId } })
  if (!current) throw new NotFound()
  const name = await staffNames(tx, [current.updatedById])
  const differences = [
    { label: 'What matters', theirs: current.whatMatters ?? 'nothing', yours: whatMatters ?? 'nothing' },
    { label: 'Goal', theirs: current.goal ?? 'nothing', yours: goal ?? 'nothing' },
  ].filter(({ theirs, yours }) => theirs !== yours)
  throw new Stale(name(current.updatedById), current.updatedAt, differences, current.version)
}
