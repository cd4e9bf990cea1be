import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { formatTimeForStaff, londonDate } from '@/lib/nhs/instant'
import { isWorkingDay, type BankHolidays } from '@/lib/nhs/working-days'

/** Minutes from midnight in England at which people begin and stop work. */
export type WorkingDay = { opens: number; closes: number }

const MINUTE = 60_000
const HOUR = 60
/** Nine to five. */
const OFFICE_HOURS: WorkingDay = { opens: 9 * HOUR, closes: 17 * HOUR }

/**
 * The instant at which so many working hours have passed: Monday to Friday, no bank holiday of England, within the
 * working day, by the clock in England whether it is summer time or not.
 *
 * @param hours 0 or more; none gives the instant itself
 * @throws RangeError on a negative number, or a day that closes before it opens
 */
export function addWorkingHours(
  from: Date,
  hours: number,
  holidays: BankHolidays,
  { opens, closes }: WorkingDay = OFFICE_HOURS,
): Date {
  if (!(hours >= 0)) throw new RangeError('Not a number of working hours')
  if (opens < 0 || closes > 24 * HOUR || opens >= closes) throw new RangeError('No working day')
  if (hours === 0) return from
  let date = londonDate(from)
  let begins = Math.max(minuteOfDay(from), opens)
  let left = hours * HOUR
  for (;;) {
    const available = isWorkingDay(date, holidays) ? Math.max(0, closes - begins) : 0
    if (left <= available) return instantOf(date, begins + left)
    left -= available
    date = addDays(date, 1)
    begins = opens
  }
}

/** With its seconds, as a fraction. */
function minuteOfDay(instant: Date): number {
  const [hour, minute] = formatTimeForStaff(instant).split(':').map(Number) as [number, number]
  return hour * HOUR + minute + (instant.getTime() % MINUTE) / MINUTE
}

/** The clock in England is level with UTC or an hour ahead; which, the answer shows. Not for the hour that changes. */
function instantOf(date: CalendarDate, minute: number): Date {
  const level = new Date(Date.parse(`${date}T00:00:00Z`) + minute * MINUTE)
  const shown = minuteOfDay(level)
  return shown === minute || londonDate(level) !== date
    ? level
    : new Date(level.getTime() - (shown - minute) * MINUTE)
}
