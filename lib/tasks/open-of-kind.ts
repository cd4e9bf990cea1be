import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { mostOverdueTasks } from './most-overdue'

/** An open task as the page of its kind lists it. */
export type OpenOfKind = { patientId: string; subjectId: string; dueOn: CalendarDate }

/** Open tasks of one kind of these teams, most overdue first. @param place how many to leave out, and at most how many */
export async function listOpenOfKind(
  tx: Tx,
  kind: TaskKind,
  teamIds: readonly string[],
  { skip, take }: { skip: number; take: number },
): Promise<OpenOfKind[]> {
  const found = await mostOverdueTasks(tx, { teamIds, kinds: [kind], skip, take })
  const tasks = await tx.task.findMany({
    where: { id: { in: found } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    select: { patientId: true, subjectId: true, dueOn: true },
  })
  return tasks.map((task) => ({ ...task, dueOn: fromDatabaseDate(task.dueOn) }))
}
