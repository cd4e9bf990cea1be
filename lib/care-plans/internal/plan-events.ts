import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { getStandards } from '@/lib/care-teams/standards'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { RuleBroken } from '@/lib/platform/errors'
import type { CarePlanEventKind } from '@/lib/platform/prisma-client/enums'
import { openTasks } from '@/lib/tasks/open-task'
import type { LivePlan } from '../care-plan'
import { beginsNextVersion, mayFollow } from '../rules'

type NewEvent = {
  kind: CarePlanEventKind
  on: CalendarDate
  versionNumber?: number
  staffRoleCode?: string
  reason?: string | null
}

/** Records what happened to a plan, in order. The plan must be locked: the ids carry the order. */
export async function recordPlanEvents(
  tx: Tx,
  actor: Actor,
  plan: { id: string; patientId: string },
  events: readonly NewEvent[],
): Promise<void> {
  await tx.carePlanEvent.createMany({
    data: events.map(({ on, ...event }) => ({
      ...event,
      id: uuidv7(),
      patientId: plan.patientId,
      carePlanId: plan.id,
      on: toDatabaseDate(on),
      recordedAt: now(),
      recordedById: actor.staffId,
    })),
  })
}

/** @throws RuleBroken where the plan's state does not let this be recorded next */
export function requireMayFollow(plan: LivePlan, kind: CarePlanEventKind, refusal: string): void {
  if (!mayFollow(plan.standing.state, kind)) throw new RuleBroken(refusal)
}

/** What is changed after a plan was settled is its next version, to be agreed in its turn. */
export async function beginNextVersion(tx: Tx, actor: Actor, plan: LivePlan): Promise<void> {
  if (!beginsNextVersion(plan.standing.state)) return
  await recordPlanEvents(tx, actor, plan, [{ kind: 'drafted', on: today() }])
  await openTaskToAgree(tx, plan)
}

/** Agreeing a plan is owed from when it is begun, whatever begins it. */
export async function openTaskToAgree(tx: Tx, plan: LivePlan): Promise<void> {
  const { carePlanDaysAfterAssessment } = await getStandards(tx, plan.team.id)
  const [first] = plan.items.filter((item) => !item.isLeftOut)
  await openTasks(tx, [
    {
      kind: 'agree_care_plan',
      patientId: plan.patientId,
      teamId: plan.team.id,
      dueOn: addDays(today(), carePlanDaysAfterAssessment),
      subjectId: plan.assessment.id,
      detail: first ? `Top concern: ${first.concern.label}` : null,
    },
  ])
}
