import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { now } from '@/lib/platform/clock'
import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { openTasks } from './open-task'

type Place = { patientId: string; teamId: string }

/** What one team of the actor's has open about a patient. */
export type TeamTask = {
  id: string
  kind: TaskKind
  detail: string | null
  dueOn: CalendarDate
  subjectId: string
}

/** What a team of the actor's has open about a patient, earliest due first. */
export async function listTeamTasks(tx: Tx, { patientId, teamId }: Place): Promise<TeamTask[]> {
  const tasks = await tx.task.findMany({
    where: { patientId, teamId, closedAt: null },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true, detail: true, dueOn: true, subjectId: true },
  })
  return tasks.map((task) => ({ ...task, dueOn: fromDatabaseDate(task.dueOn) }))
}

/**
 * Ends what a team of the actor's has open about a patient, because its care ends. Handed over, each is open with the
 * other team instead, under the same date.
 *
 * @param end `handTo`: another team that has the patient in care; null closes them
 * @returns how many there were
 */
export async function endTeamTasks(
  tx: Tx,
  actor: Actor,
  end: Place & { handTo: string | null; reason: string },
): Promise<number> {
  const tasks = await listTeamTasks(tx, end)
  const { patientId, handTo } = end
  if (handTo) {
    await openTasks(
      tx,
      tasks.map(({ id: _, ...task }) => ({ ...task, patientId, teamId: handTo })),
    )
  }
  const { count } = await tx.task.updateMany({
    where: { id: { in: tasks.map(({ id }) => id) }, closedAt: null },
    data: {
      closedAt: now(),
      closedById: actor.staffId,
      closure: 'care_ended',
      closedReason: end.reason,
      version: { increment: 1 },
    },
  })
  return count
}
