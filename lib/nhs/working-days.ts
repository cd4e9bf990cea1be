import { addDays, daysBetween, partsOf, type CalendarDate } from '@/lib/nhs/calendar-date'

/** Days on which England does not work though they may be weekdays: sorted, each once. */
export type BankHolidays = readonly CalendarDate[]

const DAYS_IN_WEEK = 7
const WEEKDAYS = 5
const A_MONDAY: CalendarDate = '2024-01-01'

/** 0 for Monday to 6 for Sunday. */
function dayOfWeek(date: CalendarDate): number {
  return ((daysBetween(A_MONDAY, date) % DAYS_IN_WEEK) + DAYS_IN_WEEK) % DAYS_IN_WEEK
}

function isWeekday(date: CalendarDate): boolean {
  return dayOfWeek(date) < WEEKDAYS
}

/** Weekdays from the Monday of reference up to and with the date; only differences mean anything. */
function weekdayNumber(date: CalendarDate): number {
  const weeks = Math.floor(daysBetween(A_MONDAY, date) / DAYS_IN_WEEK)
  return weeks * WEEKDAYS + Math.min(dayOfWeek(date) + 1, WEEKDAYS)
}

/** The weekday that is so many weekdays after the date; `count` from 1. */
function addWeekdays(date: CalendarDate, count: number): CalendarDate {
  const counted = Math.min(dayOfWeek(date), WEEKDAYS - 1) + count
  const weeks = Math.floor(counted / WEEKDAYS)
  return addDays(date, weeks * DAYS_IN_WEEK + (counted % WEEKDAYS) - dayOfWeek(date))
}

/**
 * Whether people work in England that day: Monday to Friday and no bank holiday. Outside the years that the list of
 * bank holidays knows, every weekday counts as worked: see `lastYearKnown`.
 */
export function isWorkingDay(date: CalendarDate, holidays: BankHolidays): boolean {
  return isWeekday(date) && !holidays.includes(date)
}

/**
 * Working days after `from`, up to and with `to`: what has passed of a time limit that began on `from`, which itself
 * does not count. Negative, and as many, when `to` is earlier.
 */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate, holidays: BankHolidays): number {
  if (to < from) return 0 - workingDaysBetween(to, from, holidays)
  const off = holidays.filter((day) => from < day && day <= to && isWeekday(day))
  return weekdayNumber(to) - weekdayNumber(from) - off.length
}

/**
 * The day on which a time limit of so many working days ends, the day it began not counted: always a working day,
 * except that none leaves the date as it is.
 *
 * @param count whole number, from 0
 * @throws RangeError if it is anything else
 */
export function addWorkingDays(date: CalendarDate, count: number, holidays: BankHolidays): CalendarDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError('Not a whole number of working days')
  let end = date
  // Each round skips the weekends; the next makes up for the bank holidays that it met.
  for (let missing = count; missing > 0; missing = count - workingDaysBetween(date, end, holidays))
    end = addWeekdays(end, missing)
  return end
}

/**
 * The last year whose bank holidays are known. Beyond it time limits are counted as if there were none and end too
 * early: warn whoever runs the service in good time, so that the next years are added.
 *
 * @throws RangeError when none is known at all
 */
export function lastYearKnown(holidays: BankHolidays): number {
  const last = holidays.at(-1)
  if (last === undefined) throw new RangeError('No bank holidays at all')
  return partsOf(last).year
}
