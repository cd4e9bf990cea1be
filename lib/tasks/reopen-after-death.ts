import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { TASK_KINDS } from './task-kinds'

/** A task that a death closed, with the page that meets it. */
export type TaskClosedByDeath = {
  id: string
  act: string
  detail: string | null
  dueOn: CalendarDate
  href: string
}

/** What the death of the patient closed in the actor's own teams. */
export async function listClosedByDeath(tx: Tx, patientId: string): Promise<TaskClosedByDeath[]> {
  const tasks = await tx.task.findMany({
    where: { patientId, closure: 'died' },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true, detail: true, dueOn: true, subjectId: true },
  })
  return tasks.map(({ id, kind, detail, dueOn, subjectId }) => ({
    id,
    act: TASK_KINDS[kind].act,
    detail,
    dueOn: fromDatabaseDate(dueOn),
    href: TASK_KINDS[kind].page({ patientId, subjectId }),
  }))
}

/**
 * Opens again, as it was and for every team that still cares, what the last recorded death of the patient closed.
 *
 * @returns the kinds opened
 */
export async function reopenAfterDeath(tx: Tx, patientId: string): Promise<TaskKind[]> {
  const opened = await tx.$queryRaw<{ kind: TaskKind }[]>`
    select kind::text from access.reopen_after_death(${patientId}::uuid)`
  return opened.map(({ kind }) => kind)
}
