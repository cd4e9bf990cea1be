import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { recordPlanEvents, requireMayFollow } from './internal/plan-events'
import { requireAfterAssessment } from './internal/plan-dates'
import { planForChange } from './internal/plan-under-change'
import type { declineCarePlanSchema } from './schema'

/**
 * Records that the person did not want the plan, or that it could not be made (COSD CR7920 "declined", "unable"). A
 * version agreed earlier stands.
 *
 * @throws NotFound, NotAllowed, Stale
 * @throws RuleBroken if the date is before the assessment, or the plan is settled
 */
export async function declineCarePlan(
  actor: Actor,
  input: z.infer<typeof declineCarePlanSchema>,
): Promise<null> {
  const { outcome, on, reason, staffRoleCode } = input
  return asActor(actor, async (tx) => {
    const plan = await planForChange(tx, actor, input, ['care_plan', 'sign'])
    requireMayFollow(plan, outcome, 'This plan is settled. There is nothing to decline')
    requireAfterAssessment(plan, { field: 'on', subject: 'Date', on })
    await recordPlanEvents(tx, actor, plan, [{ kind: outcome, on, reason, staffRoleCode }])
    await closeTasks(tx, {
      patientId: plan.patientId,
      subjectId: plan.assessment.id,
      kinds: ['agree_care_plan'],
      how: 'met',
    })
    await recordAccess(tx, {
      event: outcome === 'declined' ? 'care_plan.declined' : 'care_plan.unable',
      patientId: plan.patientId,
      entityId: plan.id,
    })
    return null
  })
}
