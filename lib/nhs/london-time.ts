import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatTimeForStaff, londonDate } from '@/lib/nhs/instant'

/** What a clock on the wall shows. */
export type ClockTime = { hour: number; minute: number; second?: number; millisecond?: number }

const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * The instant at which clocks in Europe/London show this. In the hour that comes twice in October it is the first; in
 * the hour that March leaves out it is an hour later, as clocks then are. Throws RangeError on an invalid date.
 */
export function londonInstant(date: CalendarDate, time: ClockTime): Date {
  const { hour, minute, second = 0, millisecond = 0 } = time
  const inGreenwich = Date.parse(`${date}T00:00:00Z`) + hour * HOUR + minute * 60_000
  const summerHours = summerOf(date) ?? (isSummerTime(inGreenwich - HOUR) ? 1 : 0)
  return new Date(inGreenwich - summerHours * HOUR + second * 1000 + millisecond)
}

/** Asking the platform costs more than reading a whole message, and messages of one day come together. */
const knownDays = new Map<CalendarDate, 0 | 1 | null>()
const MOST_KNOWN_DAYS = 2000

/** By how many hours clocks are ahead of Greenwich all day; null on a day when they change. */
function summerOf(date: CalendarDate): 0 | 1 | null {
  const known = knownDays.get(date)
  if (known !== undefined) return known
  const midnight = Date.parse(`${date}T00:00:00Z`)
  const [before, after] = [isSummerTime(midnight - HOUR), isSummerTime(midnight + DAY)]
  const summer = before === after ? (before ? 1 : 0) : null
  if (knownDays.size >= MOST_KNOWN_DAYS) knownDays.clear()
  knownDays.set(date, summer)
  return summer
}

function isSummerTime(instant: number): boolean {
  const inSummer = new Date(instant + HOUR).toISOString()
  const shown = new Date(instant)
  return inSummer.slice(0, 16) === `${londonDate(shown)}T${formatTimeForStaff(shown)}`
}
