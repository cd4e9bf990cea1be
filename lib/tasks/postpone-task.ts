import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { addMonths } from '@/lib/nhs/calendar-date'
import { now, today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { RuleBroken } from '@/lib/platform/errors'
import { refuseStep } from './refuse-step'
import type { postponeTaskSchema } from './schema'
import { changeTask, taskForChange } from './task-for-change'
import type { FollowTask } from './task-step'

/** Further away than this it is not postponed but forgotten. */
const LONGEST_POSTPONEMENT_MONTHS = 12

/**
 * Moves a task to a later day, with the reason.
 *
 * @param follow moves what the task stands for
 * @throws NotFound, Stale
 * @throws RuleBroken if the new date is not after today, or more than a year away, or it is not the team's to move
 */
export async function postponeTask(
  actor: Actor,
  input: z.infer<typeof postponeTaskSchema>,
  follow: FollowTask,
): Promise<null> {
  return asActor(actor, async (tx) => {
    const task = await taskForChange(tx, actor, input.taskId, input.version)
    refuseStep(task.kind, 'postponing')
    if (input.dueOn <= today())
      throw new RuleBroken([{ field: 'dueOn', message: 'New date must be in the future' }])
    if (input.dueOn > addMonths(today(), LONGEST_POSTPONEMENT_MONTHS)) {
      throw new RuleBroken([{ field: 'dueOn', message: 'New date must be within the next 12 months' }])
    }
    const { dueOn, reason } = input
    const { entries } = await follow(tx, actor, task, { kind: 'postponed', dueOn, reason })
    await changeTask(tx, task, { dueOn: toDatabaseDate(dueOn) })
    await tx.taskEvent.create({
      data: {
        taskId: task.id,
        teamId: task.teamId,
        kind: 'postponed',
        dueFrom: toDatabaseDate(task.dueOn),
        dueTo: toDatabaseDate(dueOn),
        reason,
        recordedAt: now(),
        recordedById: actor.staffId,
      },
    })
    await recordAccess(
      tx,
      { event: 'task.postponed', patientId: task.patientId, entityId: task.id },
      ...entries,
    )
    return null
  })
}
