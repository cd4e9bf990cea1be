import type { CalendarDate } from '@/lib/nhs/calendar-date'

/** What a decision would come to, before it is recorded. */
export type DecisionPreview = {
  /** The first tests from today on. */
  due: { name: string; dueOn: CalendarDate }[]
  /** What is open of the pathway before and goes on, and what was done before and counts, in words. */
  along: string[]
  endsOn: CalendarDate | null
}
