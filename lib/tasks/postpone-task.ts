import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { addMonths } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { RuleBroken } from '@/lib/platform/errors'
import type { postponeTaskSchema } from './schema'
import { changeTask, taskForChange } from './task-for-change'

/** Further away than this it is not postponed but forgotten. */
const LONGEST_POSTPONEMENT_MONTHS = 12

/**
 * Moves a task to a later day, with the reason.
 *
 * @throws NotFound, Stale
 * @throws RuleBroken if the new date is not after today, or more than a year away
 */
export async function postponeTask(actor: Actor, input: z.infer<typeof postponeTaskSchema>): Promise<null> {
  return asActor(actor, async (tx) => {
    const task = await taskForChange(tx, actor, input.taskId, input.version)
    if (input.dueOn <= today())
      throw new RuleBroken([{ field: 'dueOn', message: 'New date must be in the future' }])
    if (input.dueOn > addMonths(today(), LONGEST_POSTPONEMENT_MONTHS)) {
      throw new RuleBroken([{ field: 'dueOn', message: 'New date must be within the next 12 months' }])
    }
    await changeTask(tx, task, { dueOn: toDatabaseDate(input.dueOn) })
    await tx.taskEvent.create({
      data: {
        taskId: task.id,
        teamId: task.teamId,
        kind: 'postponed',
        dueFrom: toDatabaseDate(task.dueOn),
        dueTo: toDatabaseDate(input.dueOn),
        reason: input.reason,
        recordedById: actor.staffId,
      },
    })
    await recordAccess(tx, { event: 'task.postponed', patientId: task.patientId, entityId: task.id })
    return null
  })
}
