import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'

/** Who a row of a practice's list is about. */
export type Person = {
  patient_id: string
  nhs_number: string
  title: string | null
  given_name: string
  family_name: string
  born_on: CalendarDate
}

export type SharedPlanRow = Person & {
  share_id: string
  shared_at: Date
  seen_at: Date | null
  number: number
  team_name: string
}
export type SentSummaryRow = Person & {
  delivery_id: string
  sent_on: CalendarDate
  seen_at: Date | null
  number: number
  team_name: string
}
/** A letter for the practice's information that nobody there has read. */
export type UnreadLetterRow = Person & {
  message_id: string
  subject: string
  sent_at: Date
  team_name: string
}
/** Something asked of the practice: by an agreed care plan or a signed treatment summary. */
export type RequestRow = Person & {
  kind: TaskKind
  subject_id: string
  what: string
  due_on: CalendarDate
  team_name: string
}
/** A cancer care review that is due soon, or overdue. */
export type ReviewRow = Person & {
  kind: TaskKind
  subject_id: string
  due_on: CalendarDate
  icd10_code: string
}
export type RegisteredRow = Person & { since: CalendarDate; hospital_teams: string | null }
