import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import type { AssessmentForPlan } from '@/lib/needs-assessments/queries'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { LivePlan, PlanItem } from '../care-plan'
import { isFinished } from '../rules'

type AssessedConcern = AssessmentForPlan['concerns'][number]

/**
 * Makes the items of a plan those of an assessment, in its order. An item for the same concern goes on, with its words
 * and actions and the new score; one whose concern did not come up stays behind them while something of it is still to
 * be done, and leaves the plan otherwise.
 */
export async function writePlanItems(
  tx: Tx,
  actor: Actor,
  plan: LivePlan,
  concerns: readonly AssessedConcern[],
): Promise<void> {
  const { patientId } = plan
  const by = { updatedAt: now(), updatedById: actor.staffId }
  const changed = { ...by, version: { increment: 1 } }
  const goesOn = new Map(
    concerns.map((concern) => [concern.id, plan.items.find((item) => isAbout(item, concern))]),
  )
  for (const [index, concern] of concerns.entries()) {
    const facts = { concernId: concern.id, scoreAtStart: concern.score, position: index + 1 }
    const item = goesOn.get(concern.id)
    if (item)
      await tx.planItem.updateMany({
        where: { id: item.id, patientId },
        data: { ...facts, removedAt: null, ...changed },
      })
    else
      await tx.planItem.create({
        data: {
          ...facts,
          ...by,
          id: uuidv7(),
          patientId,
          carePlanId: plan.id,
          concernCode: concern.code,
          concernLabel: concern.label,
        },
      })
  }
  const kept = [...goesOn.values()]
  const notRaised = plan.items.filter((item) => !item.isLeftOut && !kept.includes(item))
  for (const [index, item] of notRaised.entries()) {
    const isOpen = item.actions.some((action) => !isFinished(action.state))
    await tx.planItem.updateMany({
      where: { id: item.id, patientId },
      data: { position: concerns.length + index + 1, removedAt: isOpen ? null : now(), ...changed },
    })
  }
}

/** The same code is the same concern; those outside the catalogue share a code and are told apart by their words. */
function isAbout(item: PlanItem, concern: AssessedConcern): boolean {
  return item.concern.code === concern.code && item.concern.label === concern.label
}
