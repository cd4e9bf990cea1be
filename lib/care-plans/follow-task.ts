import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { AccessEntry } from '@/lib/access-log/record-access'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { Followed, TaskStep } from '@/lib/tasks/task-step'
import type { TaskUnderChange } from '@/lib/tasks/task-for-change'
import type { PlanAction } from './care-plan'
import { recordActionSteps, type ActionStep } from './internal/action-facts'
import { findActionOf, refuseStaleAction } from './internal/action-under-change'
import { findAgreedAction } from './internal/frozen-versions'
import { beginNextVersion } from './internal/plan-events'
import { lockedPlan, type PlanUnderChange } from './internal/plan-under-change'
import { isFinished } from './rules'

type Columns = {
  ownerKind?: 'staff' | 'team'
  ownerStaffId?: string | null
  ownerTeamId?: string | null
  dueOn?: Date
}
type Change = { step: ActionStep; columns: Columns }

const NOTHING: Followed = { entries: [] }

/**
 * Has an action of a plan take the step that its task takes on the worklist, so that both name one owner and one date,
 * and end together. Closed with a reason, the action is not needed, for that reason.
 *
 * @throws NotFound, NotAllowed
 */
export async function followTask(
  tx: Tx,
  actor: Actor,
  task: TaskUnderChange,
  step: TaskStep,
): Promise<Followed> {
  if (task.kind !== 'complete_action' && task.kind !== 'reassign_declined_action') return NOTHING
  const { patientId, subjectId: actionId } = task
  const plan = await lockedPlan(tx, actor, { patientId, actionId }, ['action', 'update'])
  const { action } = findActionOf(plan, actionId)
  if (isFinished(action.state)) return NOTHING
  const change = changeOf(action, task, step)
  if (!change) return NOTHING
  await writeChange(tx, actor, { ...action, patientId }, change)
  if (step.kind !== 'closed' && plan.isInCare && (await isUnlikeAgreed(tx, plan, action.id, step)))
    await beginNextVersion(tx, actor, plan)
  return { entries: [entryOf(patientId, action.id, step)], isOver: step.kind === 'closed' }
}

/** What the step changes in the action; null where that stays as it is. */
function changeOf(action: PlanAction, task: TaskUnderChange, step: TaskStep): Change | null {
  if (step.kind === 'closed') return { step: { kind: 'not_needed', note: step.reason }, columns: {} }
  // Who looks for another way, and by when, is not whose the declined action was.
  if (task.kind === 'reassign_declined_action') return null
  if (step.kind === 'reassigned') return handedOn(action, task.teamId, step.ownerStaffId)
  if (step.dueOn === action.dueOn) return null
  const note = `Was to be done by ${formatDateForStaff(action.dueOn)}. ${step.reason}`
  return { step: { kind: 'postponed', note }, columns: { dueOn: toDatabaseDate(step.dueOn) } }
}

function handedOn({ owner }: PlanAction, teamId: string, ownerStaffId: string | null): Change | null {
  // What the person does stays theirs: the task is about asking how it went.
  if (owner.kind === 'person' || owner.staffId === ownerStaffId) return null
  return {
    step: { kind: 'reassigned', note: `Was with ${owner.name}` },
    columns: ownerStaffId
      ? { ownerKind: 'staff', ownerStaffId, ownerTeamId: null }
      : { ownerKind: 'team', ownerStaffId: null, ownerTeamId: teamId },
  }
}

async function writeChange(
  tx: Tx,
  actor: Actor,
  action: PlanAction & { patientId: string },
  { step, columns }: Change,
): Promise<void> {
  const { id, patientId, version } = action
  const { count } = await tx.action.updateMany({
    where: { id, patientId, version },
    data: { ...columns, version: { increment: 1 }, updatedAt: now(), updatedById: actor.staffId },
  })
  if (count !== 1) await refuseStaleAction(tx, { patientId, actionId: id }, [])
  await recordActionSteps(tx, actor, action, [step])
}

/** A member who takes on what the team owes does what was agreed; another date, or another person than was named, is not. */
async function isUnlikeAgreed(
  tx: Tx,
  plan: PlanUnderChange,
  actionId: string,
  step: Exclude<TaskStep, { kind: 'closed' }>,
): Promise<boolean> {
  const agreed = await findAgreedAction(tx, plan, actionId)
  if (!agreed) return false
  return step.kind === 'postponed' ? agreed.dueOn !== step.dueOn : agreed.owner.kind === 'staff'
}

function entryOf(patientId: string, actionId: string, { kind }: TaskStep): AccessEntry {
  if (kind === 'closed')
    return { event: 'action.finished', patientId, entityId: actionId, detail: { result: 'not_needed' } }
  return { event: 'action.changed', patientId, entityId: actionId, detail: { step: kind } }
}
