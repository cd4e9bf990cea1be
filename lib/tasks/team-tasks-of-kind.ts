import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'

/** One thing that a team owes about one of its patients. */
export type TeamTask = {
  id: string
  patientId: string
  subjectId: string
  teamId: string
  dueOn: CalendarDate
}

type Wanted = {
  teamIds: readonly string[]
  most: number
  /** The last task of the page before; null for the first page. */
  after: { on: CalendarDate; id: string } | null
  /** Those alone that a clinician looks at one at a time. */
  onlySingle: boolean
}

/** Reviews of results that teams of the actor's have open, earliest due first, so many at the most, from a place on. */
export async function listReviewsWaiting(
  tx: Tx,
  { teamIds, most, after, onlySingle }: Wanted,
): Promise<TeamTask[]> {
  const tasks = await tx.$queryRaw<(Omit<TeamTask, 'dueOn'> & { dueOn: Date })[]>`
    select task.id, task.patient_id as "patientId", task.subject_id as "subjectId", task.team_id as "teamId",
      task.due_on as "dueOn"
    from access.reviews_waiting(${[...teamIds]}::uuid[], ${most}::int, ${after?.on ?? null}::date,
      ${after?.id ?? null}::uuid, ${onlySingle}) as waiting join task on task.id = waiting.id
    order by task.due_on, task.id`
  return tasks.map((task) => ({ ...task, dueOn: fromDatabaseDate(task.dueOn) }))
}

/** How many tasks of one kind teams of the actor's have open, as the ledger counts them. */
export async function countTeamTasks(
  tx: Tx,
  { teamIds, kind }: { teamIds: readonly string[]; kind: TaskKind },
): Promise<number> {
  const { _sum } = await tx.taskCount.aggregate({
    where: { scope: 'team', scopeId: { in: [...teamIds] }, kind },
    _sum: { open: true },
  })
  return _sum.open ?? 0
}
