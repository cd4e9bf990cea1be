import { read, refused, type Parsed } from '@/lib/nhs/parsed'

/** A day in the calendar, `yyyy-MM-dd`, of no time zone. Sorts as text. Years 0001 to 9999. */
export type CalendarDate = string

export type DateParts = { year: number; month: number; day: number }

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]
const LAST_YEAR = 9999
const MEAN_DAYS_IN_YEAR = 365.2425

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function daysBeforeMonth(year: number, month: number): number {
  const days = DAYS_BEFORE_MONTH[month - 1] ?? 0
  return month > 2 && isLeapYear(year) ? days + 1 : days
}

function daysInMonth(year: number, month: number): number {
  return daysBeforeMonth(year, month + 1) - daysBeforeMonth(year, month)
}

function daysBeforeYear(year: number): number {
  const whole = year - 1
  return whole * 365 + Math.floor(whole / 4) - Math.floor(whole / 100) + Math.floor(whole / 400)
}

function write({ year, month, day }: DateParts): CalendarDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The date of these whole numbers, or null when the calendar has no such day (31 February, month 13, year 0). */
export function calendarDateOf(parts: DateParts): CalendarDate | null {
  const { year, month, day } = parts
  if (year < 1 || year > LAST_YEAR || month < 1 || month > 12) return null
  return day >= 1 && day <= daysInMonth(year, month) ? write(parts) : null
}

/** Year, month (1 to 12) and day. Throws RangeError when the text is not `yyyy-MM-dd`. */
export function partsOf(date: CalendarDate): DateParts {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError('Not a calendar date in the form yyyy-MM-dd')
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) }
}

/** A month's number from its English name, whole or its first three letters, in any case; null when it is neither. */
export function monthNamed(name: string): number | null {
  const wanted = name.toLowerCase()
  const index = MONTHS.findIndex((month) =>
    [month, month.slice(0, 3)].some((n) => n.toLowerCase() === wanted),
  )
  return index === -1 ? null : index + 1
}

const NUMERIC_SHAPES = [
  /^(?<day>\d{2})\/(?<month>\d{2})\/(?<year>\d{4})$/,
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/,
]
const NAMED_SHAPES = [
  /^(?<day>\d{1,2}) (?<month>[a-z]{3}) (?<year>\d{4})$/i,
  /^(?<day>\d{2})-(?<month>[a-z]{3})-(?<year>\d{4})$/i,
]

/**
 * Reads a date in one of the four forms that hospital systems export: dd/mm/yyyy, yyyy-mm-dd, d mmm yyyy, dd-mmm-yyyy.
 * Years have four digits. A day that does not exist, or any other form, is `not_a_date`.
 */
export function parseCalendarDate(text: string): Parsed<CalendarDate, 'missing' | 'not_a_date'> {
  const trimmed = text.trim()
  if (trimmed === '') return refused('missing')
  const numeric = matchAny(NUMERIC_SHAPES, trimmed)
  const found = numeric ?? matchAny(NAMED_SHAPES, trimmed)
  if (!found) return refused('not_a_date')
  const month = numeric ? Number(found.month) : (monthNamed(found.month ?? '') ?? 0)
  const date = calendarDateOf({ year: Number(found.year), month, day: Number(found.day) })
  return date ? read(date) : refused('not_a_date')
}

function matchAny(shapes: readonly RegExp[], text: string): Record<string, string> | undefined {
  for (const shape of shapes) {
    const found = shape.exec(text)
    if (found?.groups) return found.groups
  }
  return undefined
}

/** Days since the day before 1 January of year 1: only differences between two of them mean anything. */
function dayNumber(date: CalendarDate): number {
  const { year, month, day } = partsOf(date)
  return daysBeforeYear(year) + daysBeforeMonth(year, month) + day
}

/** The date so many days later (earlier when negative). Throws RangeError outside the years 0001 to 9999. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const target = dayNumber(date) + days
  // At most a year early, never late.
  let year = Math.floor(target / MEAN_DAYS_IN_YEAR)
  while (target > daysBeforeYear(year + 1)) year++
  const dayOfYear = target - daysBeforeYear(year)
  let month = 12
  while (dayOfYear <= daysBeforeMonth(year, month)) month--
  return existing({ year, month, day: dayOfYear - daysBeforeMonth(year, month) })
}

/**
 * The same day of the month so many months later (earlier when negative), or that month's last day when it is shorter.
 * Count every interval from its own anchor: chained, 31 January would become the 28th for good.
 * Throws RangeError outside the years 0001 to 9999.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date)
  const total = year * 12 + (month - 1) + months
  const target = { year: Math.floor(total / 12), month: total - Math.floor(total / 12) * 12 + 1 }
  return existing({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) })
}

/** As `addMonths` with twelve months to the year: 29 February becomes 28 February in a common year. */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  return addMonths(date, years * 12)
}

function existing(parts: DateParts): CalendarDate {
  const date = calendarDateOf(parts)
  if (!date) throw new RangeError('Outside the years 0001 to 9999')
  return date
}

/** Whole days from one date to the other; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Age in whole years on a date. Somebody born on 29 February is a year older from 1 March in a common year. */
export function ageOn(born: CalendarDate, on: CalendarDate): number {
  const years = partsOf(on).year - partsOf(born).year
  return on.slice(5) < born.slice(5) ? years - 1 : years
}

/** For sorting, earliest first: negative, zero or positive. */
export function compareDates(one: CalendarDate, other: CalendarDate): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
