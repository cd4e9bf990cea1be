import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'

/** Making one costs far more than using it, and rows use it: one for the whole process. */
const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function inLondon(instant: Date): { date: CalendarDate; time: string } {
  const parts: Record<string, string> = {}
  for (const { type, value } of LONDON.formatToParts(instant)) parts[type] = value
  const year = (parts.year ?? '').padStart(4, '0')
  return { date: `${year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` }
}

const HOUR = 3_600_000
/** Clocks in London have stood whole hours off UTC since then. */
const SINCE_1848 = Date.UTC(1848, 0)
const MOST_HOURS_KEPT = 20_000
const dateOfHour = new Map<number, CalendarDate>()

/**
 * The calendar date in Europe/London at that instant. Throws RangeError on an invalid date. It is the same for the whole of
 * an hour, and asked for once of each fact of every pathway at night: so it is kept.
 */
export function londonDate(instant: Date): CalendarDate {
  const time = instant.getTime()
  if (!(time >= SINCE_1848)) return inLondon(instant).date
  const hour = Math.floor(time / HOUR)
  const kept = dateOfHour.get(hour)
  if (kept !== undefined) return kept
  if (dateOfHour.size >= MOST_HOURS_KEPT) dateOfHour.clear()
  const { date } = inLondon(instant)
  dateOfHour.set(hour, date)
  return date
}

/** `14:30`, the time in Europe/London, for staff. Throws RangeError on an invalid date. */
export function formatTimeForStaff(instant: Date): string {
  return inLondon(instant).time
}

/** `3 Feb 2026 14:30`, in Europe/London, for staff. Throws RangeError on an invalid date. */
export function formatInstantForStaff(instant: Date): string {
  const { date, time } = inLondon(instant)
  return `${formatDateForStaff(date)} ${time}`
}

const MINUTE = 60_000

/** What a clock in London shows at the instant, in minutes, as if it were one in UTC. */
function clockMinutes(instant: Date): number {
  const { date, time } = inLondon(instant)
  return Date.parse(`${date}T${time}:00.000Z`) / MINUTE
}

/**
 * The instant at which clocks in London show that day and time. Shown twice (the hour that autumn repeats), the first; never
 * shown (the hour that spring leaves out), the instant an hour later.
 *
 * @param time `HH:mm`
 * @throws RangeError on a time that no clock shows
 */
export function instantInLondon(date: CalendarDate, time: string): Date {
  const wanted = Date.parse(`${date}T${time}:00.000Z`)
  if (Number.isNaN(wanted)) throw new RangeError('Not a day and time')
  const inSummer = new Date(wanted - 60 * MINUTE)
  return clockMinutes(inSummer) * MINUTE === wanted ? inSummer : new Date(wanted)
}
