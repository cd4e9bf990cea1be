import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { listTeamMembers } from '@/lib/care-teams/current-teams'
import { now } from '@/lib/platform/clock'
import { RuleBroken } from '@/lib/platform/errors'
import type { reassignTaskSchema } from './schema'
import { changeTask, taskForChange } from './task-for-change'
import type { FollowTask } from './task-step'

/**
 * Hands a task to another member of the same team, or back to the team.
 *
 * @param follow hands on what the task stands for
 * @throws NotFound, Stale
 * @throws RuleBroken if the new owner is not of the team
 */
export async function reassignTask(
  actor: Actor,
  input: z.infer<typeof reassignTaskSchema>,
  follow: FollowTask,
): Promise<null> {
  return asActor(actor, async (tx) => {
    const task = await taskForChange(tx, actor, input.taskId, input.version)
    const owner = input.owner || null
    const members = owner ? await listTeamMembers(tx, task.teamId) : []
    if (owner && !members.some((member) => member.staffId === owner)) {
      throw new RuleBroken([{ field: 'owner', message: 'Select a member of the team' }])
    }
    const { entries } = await follow(tx, actor, task, { kind: 'reassigned', ownerStaffId: owner })
    await changeTask(tx, task, { ownerStaffId: owner })
    await tx.taskEvent.create({
      data: {
        taskId: task.id,
        teamId: task.teamId,
        kind: 'reassigned',
        ownerFromId: task.ownerStaffId,
        ownerToId: owner,
        recordedAt: now(),
        recordedById: actor.staffId,
      },
    })
    await recordAccess(
      tx,
      { event: 'task.reassigned', patientId: task.patientId, entityId: task.id },
      ...entries,
    )
    return null
  })
}
