import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { TaskUnderChange } from '@/lib/tasks/task-for-change'
import type { Followed, TaskStep } from '@/lib/tasks/task-step'
import { recordEvent } from './internal/record-step'
import { requestForChange } from './internal/request-under-change'
import { SETTLEMENT_LABELS } from './labels'

/**
 * Settles what a practice declined as not needed, where the task to find another way is closed with that reason.
 *
 * @throws NotFound, NotAllowed
 */
export async function followSettlingTask(
  tx: Tx,
  actor: Actor,
  { patientId, subjectId: requestId }: TaskUnderChange,
  step: TaskStep,
): Promise<Followed> {
  if (step.kind !== 'closed') return { entries: [] }
  const request = await requestForChange(tx, actor, { patientId, requestId })
  // Settled meanwhile: the task is closed with it, and closing it again is refused.
  if (request.state !== 'declined') return { entries: [] }
  const note = `${SETTLEMENT_LABELS.not_needed}: ${step.reason}`
  await recordEvent(tx, actor, request, { kind: 'ended', on: today(), note })
  const settlement = 'not_needed'
  return {
    entries: [{ event: 'practice_request.settled', patientId, entityId: requestId, detail: { settlement } }],
    isOver: true,
  }
}
