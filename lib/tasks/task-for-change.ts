import 'server-only'
import { openPatient } from '@/lib/access/care-context'
import type { Actor } from '@/lib/access/actor'
import { staffNames } from '@/lib/accounts/staff-names'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { TASK_KINDS } from './task-kinds'

/**
 * An open task of one of the actor's teams, about to be changed.
 *
 * @throws NotFound if it is not there, not theirs, or closed already
 * @throws Stale if somebody moved or handed it on since the version that was shown
 */
export async function taskForChange(tx: Tx, actor: Actor, taskId: string, version?: number) {
  const task = await tx.task.findUnique({
    where: { id: taskId },
    include: { ownerStaff: true, events: { orderBy: { recordedAt: 'desc' }, take: 1 } },
  })
  if (!task || task.closedAt) throw new NotFound()
  await openPatient(tx, actor, task.patientId, ['task', 'update'])
  if (version !== undefined && task.version !== version) {
    const [last] = task.events
    const by = last?.recordedById ?? null
    throw new Stale((await staffNames(tx, [by]))(by), last?.recordedAt ?? task.openedAt)
  }
  return {
    id: task.id,
    kind: task.kind,
    patientId: task.patientId,
    teamId: task.teamId,
    subjectId: task.subjectId,
    detail: task.detail,
    dueOn: fromDatabaseDate(task.dueOn),
    ownerStaffId: task.ownerStaffId,
    ownerName: task.ownerStaff && `${task.ownerStaff.givenName} ${task.ownerStaff.familyName}`,
    version: task.version,
  }
}

export type TaskUnderChange = Awaited<ReturnType<typeof taskForChange>>

/** @throws RuleBroken for a task that only facts may move or close, with what to record instead */
export function requireByHand(kind: TaskKind): void {
  const instead = TASK_KINDS[kind].followsFacts
  if (instead) throw new RuleBroken(instead)
}

/** Writes the change if nobody else wrote meanwhile. @throws NotFound if the task closed or moved on in between */
export async function changeTask(
  tx: Tx,
  task: { id: string; version: number },
  data: { ownerStaffId?: string | null; dueOn?: Date },
): Promise<void> {
  const { count } = await tx.task.updateMany({
    where: { id: task.id, version: task.version, closedAt: null },
    data: { ...data, version: { increment: 1 } },
  })
  if (count !== 1) throw new NotFound()
}
