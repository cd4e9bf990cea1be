import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { RuleBroken } from '@/lib/platform/errors'
import type { FieldError } from '@/lib/platform/form-state'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { countOpenActions } from './agreement-rules'
import type { LivePlan } from './care-plan'
import { openTaskToAgree, recordPlanEvents } from './internal/plan-events'
import { planForChange } from './internal/plan-under-change'
import { mayBeReviewed } from './rules'
import { outcomeMissingOf, type reviewCarePlanSchema } from './schema'

type Input = z.infer<typeof reviewCarePlanSchema>

/**
 * Records what came of each concern of the agreed plan, with its score again, and either goes on to the next version
 * or finishes the plan.
 *
 * @throws NotFound, NotAllowed, Stale
 * @throws RuleBroken if no version is agreed, a concern is left out of the review, or the plan is to be finished with
 *   something still to be done
 */
export async function reviewCarePlan(actor: Actor, input: Input): Promise<null> {
  return asActor(actor, async (tx) => {
    const plan = await planForChange(tx, actor, input, ['care_plan', 'update'])
    const faults = reviewFaults(plan, input)
    if (faults.length > 0) throw new RuleBroken(faults)
    await writeItemReviews(tx, actor, plan, input)
    const { reviewedOn: on, staffRoleCode } = input
    const versionNumber = plan.standing.agreedVersion ?? undefined
    await recordPlanEvents(tx, actor, plan, [
      { kind: 'reviewed', on, versionNumber, staffRoleCode, reason: input.note },
      ...(input.next === 'continue' ? [{ kind: 'drafted' as const, on: today() }] : []),
    ])
    await closeTasks(tx, {
      patientId: plan.patientId,
      subjectId: plan.id,
      kinds: ['review_care_plan'],
      how: 'met',
    })
    if (input.next === 'continue') await openTaskToAgree(tx, plan)
    else await closeTaskToAgree(tx, plan)
    await recordAccess(tx, {
      event: 'care_plan.reviewed',
      patientId: plan.patientId,
      entityId: plan.id,
      detail: { next: input.next },
    })
    return null
  })
}

function reviewFaults(plan: LivePlan, { items, next, reviewedOn }: Input): FieldError[] {
  const [standing] = plan.versions
  if (!standing || !mayBeReviewed(plan.standing))
    return [{ field: '', message: 'There is no agreed plan to review' }]
  const faults: FieldError[] = []
  if (reviewedOn < standing.agreedOn)
    faults.push({
      field: 'reviewedOn',
      message: `Date of review must be on or after the plan was agreed, ${formatDateForStaff(standing.agreedOn)}`,
    })
  for (const { id, concern } of reviewedItems(plan))
    if (!items[id]?.outcome)
      faults.push({ field: `items.${id}.outcome`, message: outcomeMissingOf(concern.label) })
  const open = countOpenActions(plan)
  if (next === 'finish' && open > 0)
    faults.push({
      field: 'next',
      message: `${open === 1 ? '1 action is' : `${open} actions are`} still to be done. Finish or take out what is left, or go on with a next version`,
    })
  return faults
}

/** The concerns that a review goes through: those in the plan. */
function reviewedItems(plan: Pick<LivePlan, 'items'>): LivePlan['items'] {
  return plan.items.filter((item) => !item.isLeftOut)
}

async function writeItemReviews(tx: Tx, actor: Actor, plan: LivePlan, input: Input): Promise<void> {
  await tx.planItemReview.createMany({
    data: reviewedItems(plan).map(({ id }) => {
      const { outcome, newScore = null, note = null } = input.items[id] ?? {}
      return {
        id: uuidv7(),
        patientId: plan.patientId,
        planItemId: id,
        on: toDatabaseDate(input.reviewedOn),
        outcome: outcome || null,
        newScore,
        note,
        recordedAt: now(),
        recordedById: actor.staffId,
      }
    }),
  })
}

async function closeTaskToAgree(tx: Tx, plan: LivePlan): Promise<void> {
  await closeTasks(tx, {
    patientId: plan.patientId,
    subjectId: plan.assessment.id,
    kinds: ['agree_care_plan'],
    how: 'superseded',
    why: 'The plan was reviewed and finished',
  })
}
