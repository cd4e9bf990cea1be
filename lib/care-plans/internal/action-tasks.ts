import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { closeTasks } from '@/lib/tasks/close-tasks'
import type { NewTask } from '@/lib/tasks/open-task'
import type { ActionOwner, LivePlan, PlanAction } from '../care-plan'

type Subject = Pick<PlanAction, 'id' | 'what' | 'dueOn'> & { owner: Omit<ActionOwner, 'name'> }

/** What is owed for an agreed action: the practice answers what is its own; the team sees to all else. */
export function taskOf(plan: Pick<LivePlan, 'patientId' | 'team'>, action: Subject): NewTask {
  const { owner, what } = action
  const about = { patientId: plan.patientId, subjectId: action.id, dueOn: action.dueOn }
  if (owner.kind === 'practice' && owner.teamId)
    return { ...about, kind: 'answer_practice_request', teamId: owner.teamId, detail: what }
  return {
    ...about,
    kind: 'complete_action',
    teamId: plan.team.id,
    ownerStaffId: owner.staffId,
    detail: owner.kind === 'person' ? `Ask how it went: ${what}` : what,
  }
}

/** Closes what is owed for an action that goes another way: it is taken out, or its owner or date is another now. */
export async function withdrawActionTasks(
  tx: Tx,
  action: { patientId: string; actionId: string; why: string },
): Promise<void> {
  await closeTasks(tx, {
    patientId: action.patientId,
    subjectId: action.actionId,
    kinds: ['complete_action', 'answer_practice_request'],
    how: 'superseded',
    why: action.why,
  })
}
