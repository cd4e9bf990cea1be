import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { Prisma } from '@/lib/platform/prisma-client/client'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'

/** One thing that a team owes about one of its patients. */
export type TeamTask = {
  id: string
  patientId: string
  subjectId: string
  teamId: string
  dueOn: CalendarDate
}

/** A page of what waits. */
export type WaitingPage = {
  teamIds: readonly string[]
  kind: TaskKind
  most: number
  /** The last task of the page before; null for the first page. */
  after: { on: CalendarDate; id: string } | null
  /** Of reviews of results those alone that a clinician looks at one at a time. */
  onlySingle?: boolean
}

/** What teams of the actor's have open of one kind, earliest due first, so many at the most, from a place on. */
export async function listTasksWaiting(tx: Tx, page: WaitingPage): Promise<TeamTask[]> {
  const found = await tx.$queryRaw<Found[]>`
    select id, patient_id as "patientId", subject_id as "subjectId", team_id as "teamId", due_on as "dueOn"
    from (${tasksWaiting(page)}) as waiting order by due_on, id`
  return found.map(withDay)
}

/** The same as the statement of its rows, in no order: part of a longer one. */
export function tasksWaiting({ teamIds, kind, most, after, onlySingle = false }: WaitingPage): Prisma.Sql {
  return Prisma.sql`
    select task.id, task.patient_id, task.subject_id, task.team_id, task.due_on
    from access.tasks_waiting(${[...teamIds]}::uuid[], ${kind}::task_kind, ${most}::int, ${after?.on ?? null}::date,
      ${after?.id ?? null}::uuid, ${onlySingle}::boolean) as waiting
      join task on task.id = waiting.id`
}

/** What teams of the actor's have open of one kind about these things, earliest due first. */
export async function listTasksAbout(
  tx: Tx,
  {
    teamIds,
    kind,
    subjectIds,
  }: { teamIds: readonly string[]; kind: TaskKind; subjectIds: readonly string[] },
): Promise<TeamTask[]> {
  const found = await tx.task.findMany({
    where: { subjectId: { in: [...subjectIds] }, closedAt: null, kind, teamId: { in: [...teamIds] } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    select: { id: true, patientId: true, subjectId: true, teamId: true, dueOn: true },
  })
  return found.map(withDay)
}

type Found = Omit<TeamTask, 'dueOn'> & { dueOn: Date }

function withDay(task: Found): TeamTask {
  return { ...task, dueOn: fromDatabaseDate(task.dueOn) }
}

type Counted = Pick<WaitingPage, 'teamIds' | 'kind'>

/** How many tasks of one kind teams of the actor's have open, as the ledger counts them. */
export async function countTeamTasks(tx: Tx, counted: Counted): Promise<number> {
  const [count] = await tx.$queryRaw<{ open: number }[]>(teamCount(counted))
  return count?.open ?? 0
}

/** The same as a statement, for a hot read: one row with `open`. */
export function teamCount({ teamIds, kind }: Counted): Prisma.Sql {
  return Prisma.sql`
    select coalesce(sum(open), 0)::int as open from task_count
    where scope = 'team' and scope_id = any (${[...teamIds]}::uuid[]) and kind = ${kind}::task_kind`
}
