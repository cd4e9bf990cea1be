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

type Page = {
  teamIds: readonly string[]
  most: number
  /** The last task of the page before; null for the first page. */
  after: { on: CalendarDate; id: string } | null
}

/**
 * Reviews of results that teams of the actor's have open, earliest due first, so many at the most, from a place on.
 *
 * @param wanted `onlySingle`: those alone that a clinician looks at one at a time
 */
export async function listReviewsWaiting(
  tx: Tx,
  { teamIds, most, after, onlySingle }: Page & { onlySingle: boolean },
): Promise<TeamTask[]> {
  return readWaiting(
    tx,
    Prisma.sql`access.reviews_waiting(${[...teamIds]}::uuid[], ${placeOf(most, after)}, ${onlySingle})`,
  )
}

/** What teams of the actor's have open of one kind, earliest due first, so many at the most, from a place on. */
export async function listTasksWaiting(
  tx: Tx,
  { teamIds, most, after, kind }: Page & { kind: TaskKind },
): Promise<TeamTask[]> {
  return readWaiting(
    tx,
    Prisma.sql`access.tasks_waiting(${[...teamIds]}::uuid[], ${kind}::task_kind, ${placeOf(most, after)})`,
  )
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

/** How many, and from where on, as both functions of the database take it. */
function placeOf(most: number, after: Page['after']): Prisma.Sql {
  return Prisma.sql`${most}::int, ${after?.on ?? null}::date, ${after?.id ?? null}::uuid`
}

/** The tasks whose ids a function of the database gives, as row security shows them. */
async function readWaiting(tx: Tx, waiting: Prisma.Sql): Promise<TeamTask[]> {
  const found = await tx.$queryRaw<Found[]>`
    select task.id, task.patient_id as "patientId", task.subject_id as "subjectId", task.team_id as "teamId",
      task.due_on as "dueOn"
    from ${waiting} as waiting join task on task.id = waiting.id
    order by task.due_on, task.id`
  return found.map(withDay)
}

type Found = Omit<TeamTask, 'dueOn'> & { dueOn: Date }

function withDay(task: Found): TeamTask {
  return { ...task, dueOn: fromDatabaseDate(task.dueOn) }
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
