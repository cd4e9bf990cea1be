import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'

/** One thing that a team owes about one of its patients. */
export type TeamTask = { patientId: string; subjectId: string; teamId: string; dueOn: CalendarDate }

/** What teams of the actor's have open of one kind, earliest due first, so many at the most. */
export async function listTeamTasks(
  tx: Tx,
  { teamIds, kind, most }: { teamIds: readonly string[]; kind: TaskKind; most: number },
): Promise<TeamTask[]> {
  const tasks = await tx.task.findMany({
    where: { teamId: { in: [...teamIds] }, kind, closedAt: null },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: most,
    select: { patientId: true, subjectId: true, teamId: true, dueOn: true },
  })
  return tasks.map((task) => ({ ...task, dueOn: fromDatabaseDate(task.dueOn) }))
}
