import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound } from '@/lib/platform/errors'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { TASK_KINDS } from './task-kinds'

/** One thing that a team of the actor's has open. */
export type OneTask = {
  id: string
  version: number
  teamId: string
  subjectId: string
  detail: string | null
  dueOn: CalendarDate
}

type Wanted = { patientId: string; teamIds: readonly string[]; kind: TaskKind }

/** What teams of the actor's have open of one kind about a patient, earliest due first. */
export async function listTasksOfKind(tx: Tx, { patientId, teamIds, kind }: Wanted): Promise<OneTask[]> {
  const tasks = await tx.task.findMany({
    where: { patientId, kind, teamId: { in: [...teamIds] }, closedAt: null },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    select: { id: true, version: true, teamId: true, subjectId: true, detail: true, dueOn: true },
  })
  return tasks.map((task) => ({ ...task, dueOn: fromDatabaseDate(task.dueOn) }))
}

/** An open task as the next thing to do: its act in words, its date, and the page that meets it. */
export type NextAct = { act: string; detail: string | null; dueOn: CalendarDate; href: string }

/** What is open of some kinds about a patient, as far as the actor of the transaction may see it, earliest due first. */
export async function listNextActs(
  tx: Tx,
  patientId: string,
  kinds: readonly TaskKind[],
): Promise<NextAct[]> {
  const tasks = await tx.task.findMany({
    where: { patientId, closedAt: null, kind: { in: [...kinds] } },
    select: { kind: true, detail: true, dueOn: true, subjectId: true },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return tasks.map(({ kind, detail, dueOn, subjectId }) => ({
    act: TASK_KINDS[kind].act,
    detail,
    dueOn: fromDatabaseDate(dueOn),
    href: TASK_KINDS[kind].page({ patientId, subjectId }),
  }))
}

/**
 * Closes one task of a team of the actor's as met, where `closeTasks` would close those of other teams about the same.
 *
 * @param said what was said with it, in words
 * @throws NotFound if somebody closed or changed it meanwhile
 */
export async function meetTask(tx: Tx, actor: Actor, task: OneTask, said: string | null): Promise<void> {
  const { count } = await tx.task.updateMany({
    where: { id: task.id, version: task.version, closedAt: null },
    data: {
      closedAt: now(),
      closedById: actor.staffId,
      closure: 'met',
      closedReason: said,
      version: { increment: 1 },
    },
  })
  if (count !== 1) throw new NotFound()
}
