import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { mostOverdue, PERSON } from './practice-home-statements'
import type { Person } from './practice-home-rows'

/** Something that a review agreed, or the next one. */
export type AgreedRow = Person & {
  kind: TaskKind
  subject_id: string
  detail: string | null
  due_on: CalendarDate
}

export const AGREED_KINDS: readonly TaskKind[] = [
  'hold_agreed_review',
  'complete_review_action',
  'settle_review_action',
]

/** What cancer care reviews agreed and the practice follows up, the most overdue first. */
export const AGREED = `
  select ${PERSON}, task.kind::text, task.subject_id, task.detail, task.due_on
  from ${mostOverdue()} as task
  join patient on patient.id = task.patient_id
  order by task.due_on, task.id`
