import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import { NotFound } from '@/lib/platform/errors'
import type { closeTaskSchema } from './schema'
import { taskForChange } from './task-for-change'

/**
 * Closes a task that no longer needs doing, with the reason: the deed it stood for is not recorded as done.
 *
 * @throws NotFound, Stale
 */
export async function closeTask(actor: Actor, input: z.infer<typeof closeTaskSchema>): Promise<null> {
  return asActor(actor, async (tx) => {
    const task = await taskForChange(tx, actor, input.taskId, input.version)
    const { count } = await tx.task.updateMany({
      where: { id: task.id, version: task.version, closedAt: null },
      data: {
        closedAt: now(),
        closedById: actor.staffId,
        closure: 'with_reason',
        closedReason: input.reason,
        version: { increment: 1 },
      },
    })
    if (count !== 1) throw new NotFound()
    await recordAccess(tx, { event: 'task.closed', patientId: task.patientId, entityId: task.id })
    return null
  })
}
