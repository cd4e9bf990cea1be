import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'

/** An obligation: for whom, what, whose, and by when. */
export type NewTask = {
  kind: TaskKind
  patientId: string
  /** The team that owes it: the actor's, or another that has the patient in care. */
  teamId: string
  ownerStaffId?: string | null
  dueOn: CalendarDate
  /** What it is about; the patient where there is nothing more to say. */
  subjectId?: string
  /** A few words that tell it from others of its kind. */
  detail?: string | null
}

const LONGEST_DETAIL = 120

/**
 * Opens obligations, in the transaction of the fact that creates them. One that is open already for the same team and
 * subject stays as it is; about somebody who has died none opens.
 */
export async function openTasks(tx: Tx, tasks: readonly NewTask[]): Promise<void> {
  if (tasks.length === 0) return
  const rows = tasks.map((task) => ({
    kind: task.kind,
    patient: task.patientId,
    team: task.teamId,
    owner: task.ownerStaffId ?? null,
    due: task.dueOn,
    subject: task.subjectId ?? task.patientId,
    words: task.detail ? Array.from(task.detail).slice(0, LONGEST_DETAIL).join('') : null,
  }))
  await tx.$executeRaw`
    select access.open_task(kind, patient, team, owner, due, subject, words)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as wanted (kind task_kind, patient uuid, team uuid, owner uuid, due date, subject uuid, words text)`
}
