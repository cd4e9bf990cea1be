import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken, type StaleDifference } from '@/lib/platform/errors'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { openTasks } from '@/lib/tasks/open-task'
import type { PlanAction } from './care-plan'
import { recordActionSteps, type ActionStep } from './internal/action-facts'
import { actionColumns, type OwnerColumns } from './internal/action-fields'
import { taskOf, withdrawActionTasks } from './internal/action-tasks'
import { findActionOf, refuseStaleAction } from './internal/action-under-change'
import { agreedActionIds } from './internal/frozen-versions'
import { OWNER_KIND_LABELS } from './labels'
import { beginNextVersion } from './internal/plan-events'
import { planForChange, type PlanUnderChange } from './internal/plan-under-change'
import { isFinished } from './rules'
import type { changeActionSchema } from './schema'

type Input = z.infer<typeof changeActionSchema>

/**
 * Changes an action. One that was agreed is owed in its new form at once, by its new owner; the change itself is put
 * to the person with the next version. An action that the practice declined is open again with this.
 *
 * @throws NotFound, NotAllowed, Stale
 * @throws RuleBroken as `actionColumns`; if the action is finished; if the practice is asked what is not shared with it
 */
export async function changeAction(actor: Actor, input: Input): Promise<null> {
  const { patientId, actionId } = input
  return asActor(actor, async (tx) => {
    const plan = await planForChange(tx, actor, { patientId, actionId }, ['action', 'update'])
    const { item, action } = findActionOf(plan, actionId)
    if (isFinished(action.state)) throw new RuleBroken('This action is finished and cannot be changed')
    const columns = await actionColumns(tx, plan, item.concern.code, { ...input, keptDueOn: action.dueOn })
    const isOwed = (await agreedActionIds(tx, plan)).has(actionId)
    if (isOwed && columns.ownerKind === 'practice') requireShared(plan)
    const { count } = await tx.action.updateMany({
      where: { id: actionId, patientId, version: input.version },
      data: { ...columns, version: { increment: 1 }, updatedAt: now(), updatedById: actor.staffId },
    })
    if (count !== 1) await refuseStaleAction(tx, { patientId, actionId }, differences(action, input))
    await recordSteps(tx, actor, { ...action, patientId }, { ...columns, dueOn: input.dueOn })
    await beginNextVersion(tx, actor, plan)
    if (isOwed) await oweAnew(tx, plan, { ...input, ...columns, dueOn: input.dueOn })
    await recordAccess(tx, {
      event: 'action.changed',
      patientId,
      entityId: actionId,
      detail: { owner: columns.ownerKind },
    })
    return null
  })
}

function requireShared(plan: PlanUnderChange): void {
  if (plan.standing.isKeptFromPractice)
    throw new RuleBroken([
      {
        field: 'ownerKind',
        message:
          'The person said no to sharing the plan, so the practice cannot be asked. Select who else will do it',
      },
    ])
}

/** Handed on, asked again, or moved to another date: each is a fact of the action's life. */
async function recordSteps(
  tx: Tx,
  actor: Actor,
  action: PlanAction & { patientId: string },
  next: OwnerColumns & { dueOn: string },
): Promise<void> {
  const { owner } = action
  const isHandedOn =
    owner.kind !== next.ownerKind ||
    owner.staffId !== next.ownerStaffId ||
    owner.teamId !== next.ownerTeamId ||
    action.state === 'declined'
  const steps: ActionStep[] = []
  if (isHandedOn) steps.push({ kind: 'reassigned', note: `Was with ${owner.name}` })
  if (action.dueOn !== next.dueOn)
    steps.push({ kind: 'postponed', note: `Was to be done by ${formatDateForStaff(action.dueOn)}` })
  await recordActionSteps(tx, actor, action, steps)
}

async function oweAnew(
  tx: Tx,
  plan: PlanUnderChange,
  action: OwnerColumns & { actionId: string; what: string; dueOn: string },
): Promise<void> {
  const { actionId, ownerKind, ownerStaffId, ownerTeamId } = action
  const { patientId } = plan
  await withdrawActionTasks(tx, { patientId, actionId, why: 'The action was changed' })
  await closeTasks(tx, { patientId, subjectId: actionId, kinds: ['reassign_declined_action'], how: 'met' })
  const owner = { kind: ownerKind, staffId: ownerStaffId, teamId: ownerTeamId }
  await openTasks(tx, [taskOf(plan, { ...action, id: actionId, owner })])
}

function differences(action: PlanAction, input: Input): StaleDifference[] {
  return [
    { label: 'Action', theirs: action.what, yours: input.what },
    {
      label: 'To be done by',
      theirs: formatDateForStaff(action.dueOn),
      yours: formatDateForStaff(input.dueOn),
    },
    {
      label: 'Who will do it',
      theirs: OWNER_KIND_LABELS[action.owner.kind],
      yours: OWNER_KIND_LABELS[input.ownerKind],
    },
  ].filter(({ theirs, yours }) => theirs !== yours)
}
