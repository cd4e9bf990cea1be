import 'server-only'
import type { AccessEvent } from '@/lib/access-log/access-events'
import type { Actor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { TaskUnderChange } from '@/lib/tasks/task-for-change'
import type { Followed, TaskStep } from '@/lib/tasks/task-step'
import { openActionTask } from './internal/action-tasks'
import { findReviewActions, lockReviewActions } from './internal/action-rows'
import { recordFact, type SaidOfAction } from './internal/record-fact'

const NOTHING: Followed = { entries: [] }

/**
 * Has what a practice asked of a hospital team take the step that its task takes on the worklist, so that both name one
 * date and end together. Closed with a reason, the team cannot do it for that reason, and the practice finds another way.
 */
export async function followReviewTask(
  tx: Tx,
  actor: Actor,
  task: TaskUnderChange,
  step: TaskStep,
): Promise<Followed> {
  if (task.kind !== 'answer_review_action' || step.kind === 'reassigned') return NOTHING
  const { patientId, subjectId } = task
  await lockReviewActions(tx, patientId)
  const [action] = await findReviewActions(tx, { id: subjectId, patientId })
  if (action?.state !== 'open') return NOTHING
  const said: SaidOfAction =
    step.kind === 'closed'
      ? { kind: 'declined', on: today(), note: step.reason }
      : { kind: 'postponed', on: today(), note: step.reason, dueOn: step.dueOn }
  await recordFact(tx, actor, action, said)
  if (step.kind === 'closed') await openActionTask(tx, action, 'declined')
  const event: AccessEvent = step.kind === 'closed' ? 'review_action.declined' : 'review_action.postponed'
  return { entries: [{ event, patientId, entityId: action.id, detail: { by: 'worklist' } }] }
}
