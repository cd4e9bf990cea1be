import type { CalendarDate } from '@/lib/nhs/calendar-date'

/** What a decision would come to, before it is recorded. */
export type DecisionPreview = {
  /** The first tests from today on. */
  due: { name: string; dueOn: CalendarDate }[]
  endsOn: CalendarDate | null
}
