import { daysBetween, MONTHS, partsOf, type CalendarDate } from '@/lib/nhs/calendar-date'

const WHOLE_NUMBER = new Intl.NumberFormat('en-GB')

function inWords(date: CalendarDate): { day: number; month: string; shortMonth: string; year: string } {
  const { day, month } = partsOf(date)
  const name = MONTHS[month - 1] ?? ''
  return { day, month: name, shortMonth: name.slice(0, 3), year: date.slice(0, 4) }
}

/** `3 Feb 2026`: lists and text on staff pages. */
export function formatDateForStaff(date: CalendarDate): string {
  const { day, shortMonth, year } = inWords(date)
  return `${day} ${shortMonth} ${year}`
}

/** `03-Feb-1961`: the patient banner and the second identifier in rows (NHS Common User Interface, patient banner). */
export function formatDateForBanner(date: CalendarDate): string {
  const { shortMonth, year } = inWords(date)
  return `${date.slice(8)}-${shortMonth}-${year}`
}

/** `3 February 2026`: patient pages and letters; short months read badly aloud. */
export function formatDateForPatient(date: CalendarDate): string {
  const { day, month, year } = inWords(date)
  return `${day} ${month} ${year}`
}

/** How far a date is from today: `today`, `tomorrow`, `yesterday`, `in 3 days`, `12 days ago`. Show it beside the date. */
export function formatDaysFromToday(date: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, date)
  if (days === 0) return 'today'
  if (days === 1) return 'tomorrow'
  if (days === -1) return 'yesterday'
  return days > 0 ? `in ${WHOLE_NUMBER.format(days)} days` : `${WHOLE_NUMBER.format(-days)} days ago`
}
