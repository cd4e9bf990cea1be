import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatTimeForStaff, londonDate } from '@/lib/nhs/instant'

/** What a clock on the wall shows. */
export type ClockTime = { hour: number; minute: number; second?: number; millisecond?: number }

const HOUR = 3_600_000

/**
 * The instant at which clocks in Europe/London show this. In the hour that comes twice in October it is the first; in
 * the hour that March leaves out it is an hour later, as clocks then are. Throws RangeError on an invalid date.
 */
export function londonInstant(date: CalendarDate, time: ClockTime): Date {
  const { hour, minute, second = 0, millisecond = 0 } = time
  const inGreenwich = Date.parse(`${date}T00:00:00Z`) + hour * HOUR + minute * 60_000
  const summer = new Date(inGreenwich - HOUR)
  const shown = `${date} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  const isSummer = `${londonDate(summer)} ${formatTimeForStaff(summer)}` === shown
  return new Date((isSummer ? inGreenwich - HOUR : inGreenwich) + second * 1000 + millisecond)
}
