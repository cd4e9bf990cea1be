import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import { NotFound } from '@/lib/platform/errors'
import { closeTasks } from './close-tasks'
import { refuseStep } from './refuse-step'
import type { closeTaskSchema } from './schema'
import { taskForChange } from './task-for-change'
import type { FollowTask } from './task-step'

/**
 * Closes a task that no longer needs doing, with the reason: the deed it stood for is not recorded as done.
 *
 * @param follow ends what the task stands for; another team that owes the same then owes it no more
 * @throws NotFound, Stale
 * @throws RuleBroken where somebody waits for what it stands for
 */
export async function closeTask(
  actor: Actor,
  input: z.infer<typeof closeTaskSchema>,
  follow: FollowTask,
): Promise<null> {
  return asActor(actor, async (tx) => {
    const task = await taskForChange(tx, actor, input.taskId, input.version)
    refuseStep(task.kind, 'closing')
    const { patientId, subjectId } = task
    const { reason } = input
    const { entries, isOver } = await follow(tx, actor, task, { kind: 'closed', reason })
    const { count } = await tx.task.updateMany({
      where: { id: task.id, version: task.version, closedAt: null },
      data: {
        closedAt: now(),
        closedById: actor.staffId,
        closure: 'with_reason',
        closedReason: reason,
        version: { increment: 1 },
      },
    })
    if (count !== 1) throw new NotFound()
    if (isOver) await closeTasks(tx, { patientId, subjectId, how: 'superseded', why: reason })
    await recordAccess(tx, { event: 'task.closed', patientId, entityId: task.id }, ...entries)
    return null
  })
}
