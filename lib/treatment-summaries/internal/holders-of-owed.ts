import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'

/** Whose an owed summary is: the team, and who of it has taken it on. */
export type Holder = { teamId: string; ownerStaffId: string | null }

type OpenRow = {
  team_id: string
  owner_staff_id: string | null
  due_on: CalendarDate
  subject_id: string | null
}

/**
 * Who holds the open tasks to write a summary about a patient, for an owed summary that moves. Another team's task says
 * no more than its day, so it is known by that, where only one has it.
 */
export async function holdersOfOwed(
  tx: Tx,
  patientId: string,
): Promise<(owed: { subjectId: string; dueOn: CalendarDate }) => Holder | null> {
  const open = await tx.$queryRaw<OpenRow[]>`
    select team_id, owner_staff_id, due_on::text, subject_id from access.open_tasks_of(${patientId}::uuid)
    where kind = 'prepare_treatment_summary'`
  return ({ subjectId, dueOn }) => {
    const ofAnother = open.filter((row) => row.subject_id === null && row.due_on === dueOn)
    const held =
      open.find((row) => row.subject_id === subjectId) ?? (ofAnother.length === 1 ? ofAnother[0] : null)
    return held ? { teamId: held.team_id, ownerStaffId: held.owner_staff_id } : null
  }
}
