import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { staffIdOf, type ActorOrJob } from '@/lib/access/actor-or-job'
import { getStandards } from '@/lib/care-teams/standards'
import { addDays } from '@/lib/nhs/calendar-date'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { openTasks } from '@/lib/tasks/open-task'
import { recordPlanEvents } from './plan-events'
import type { PlanUnderChange } from './plan-under-change'
import type { PlanToShare } from './plans-to-share'

/** What came of sharing a version: the practice has it, the person said no, or nobody knows the practice. */
export type Sharing = 'shared' | 'refused' | 'no_practice'

/** A version of a plan, with the plan that it is of. */
type Sent<Plan> = { plan: Plan; version: { id: string; number: number } }
type Answer = { share: 'yes' | 'no'; notSharedReason: string | null; agreedOn: string }

/** Shares a version just agreed, unless the person says no; without a practice, finding it is owed. */
export async function shareOrSayWhyNot(
  tx: Tx,
  actor: Actor,
  sent: Sent<PlanUnderChange>,
  { share, notSharedReason, agreedOn }: Answer,
): Promise<Sharing> {
  const { plan, version } = sent
  if (share === 'no') {
    await recordPlanEvents(tx, actor, plan, [
      { kind: 'not_shared', on: agreedOn, versionNumber: version.number, reason: notSharedReason },
    ])
    return 'refused'
  }
  if (!plan.practice) {
    const dueOn = await readDueOn(tx, plan)
    await openTasks(tx, [{ kind: 'find_practice', patientId: plan.patientId, teamId: plan.team.id, dueOn }])
    return 'no_practice'
  }
  await shareVersion(tx, actor, sent, plan.practice.id)
  return 'shared'
}

/** Gives a practice a version to keep and to read; an earlier one that it has not read yet need not be read now. */
export async function shareVersion(
  tx: Tx,
  actor: ActorOrJob,
  { plan, version }: Sent<PlanToShare>,
  practiceTeamId: string,
): Promise<void> {
  const { patientId } = plan
  const unread = plan.versions
    .flatMap((earlier) => earlier.shares)
    .filter((share) => share.teamId === practiceTeamId && share.seenAt === null)
  for (const { id } of unread)
    await closeTasks(tx, {
      patientId,
      subjectId: id,
      kinds: ['read_shared_plan'],
      how: 'superseded',
      why: 'A newer version was shared',
    })
  const id = uuidv7()
  await tx.carePlanShare.create({
    data: {
      id,
      patientId,
      carePlanVersionId: version.id,
      teamId: practiceTeamId,
      sharedAt: now(),
      sharedById: staffIdOf(actor),
    },
  })
  await openTasks(tx, [
    {
      kind: 'read_shared_plan',
      patientId,
      teamId: practiceTeamId,
      dueOn: await readDueOn(tx, plan),
      subjectId: id,
      detail: `Version ${version.number}, ${plan.team.name}`,
    },
  ])
}

async function readDueOn(tx: Tx, plan: Pick<PlanToShare, 'team'>): Promise<string> {
  const { sharedPlanReadDays } = await getStandards(tx, plan.team.id)
  return addDays(today(), sharedPlanReadDays)
}
