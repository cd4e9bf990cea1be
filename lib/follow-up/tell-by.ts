import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { addWorkingDays, type BankHolidays } from '@/lib/nhs/working-days'

/** Days from review to telling the person; ours. */
const TELL_DAYS = 7
/** Days from the test after which the person is told to ring if they have heard nothing (Royal Free London). */
export const HEARD_WITHIN_DAYS = 21

type Reviewed = {
  doneOn: CalendarDate
  reviewedOn: CalendarDate
  /** Working days that the team has set; null where it has not. */
  workingDays: number | null
  holidays: BankHolidays
}

/** A week after review, or as the team has it, or three weeks after the test if that is sooner; never before the review. */
export function tellBy({ doneOn, reviewedOn, workingDays, holidays }: Reviewed): CalendarDate {
  const soon =
    workingDays === null ? addDays(reviewedOn, TELL_DAYS) : addWorkingDays(reviewedOn, workingDays, holidays)
  const heard = addDays(doneOn, HEARD_WITHIN_DAYS)
  const first = soon < heard ? soon : heard
  return first > reviewedOn ? first : reviewedOn
}
