import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { recordPlanEvents, requireMayFollow } from './internal/plan-events'
import { requireAfterAssessment } from './internal/plan-dates'
import { planForChange } from './internal/plan-under-change'
import type { offerCarePlanSchema } from './schema'

/**
 * Records that making a plan was offered (COSD CR7920 "plan offered", CR7960 the staff role).
 *
 * @throws NotFound, NotAllowed, Stale
 * @throws RuleBroken if the date is before the assessment, or the plan is settled
 */
export async function offerCarePlan(actor: Actor, input: z.infer<typeof offerCarePlanSchema>): Promise<null> {
  return asActor(actor, async (tx) => {
    const plan = await planForChange(tx, actor, input, ['care_plan', 'create'])
    requireMayFollow(plan, 'offered', 'This plan is agreed. Change something in it to begin the next version')
    requireAfterAssessment(plan, { field: 'offeredOn', subject: 'Date of offer', on: input.offeredOn })
    await recordPlanEvents(tx, actor, plan, [
      { kind: 'offered', on: input.offeredOn, staffRoleCode: input.staffRoleCode },
    ])
    await recordAccess(tx, { event: 'care_plan.offered', patientId: plan.patientId, entityId: plan.id })
    return null
  })
}
