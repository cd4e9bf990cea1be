import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { instantInLondon, londonDate } from '@/lib/nhs/instant'
import { isWorkingDay, type BankHolidays } from '@/lib/nhs/working-days'

/** When a working day begins and ends in England, as a clock there shows it. */
const OPENS = '09:00'
const CLOSES = '17:00'

const HOUR = 3_600_000

/** The working day that is going on at the instant, or the next one. */
function workingDayOf(instant: Date, holidays: BankHolidays): CalendarDate {
  let day = londonDate(instant)
  while (!isWorkingDay(day, holidays) || instant >= instantInLondon(day, CLOSES)) day = addDays(day, 1)
  return day
}

/** When the working day that is going on at the instant, or else the next one, ends. */
export function closingTime(instant: Date, holidays: BankHolidays): Date {
  return instantInLondon(workingDayOf(instant, holidays), CLOSES)
}

/**
 * When so many working hours have passed since the instant: hours from 9 am to 5 pm in England, on days that are neither
 * weekend nor bank holiday. Always within working hours: what would end at a closing time ends there, not the next morning.
 *
 * @param hours above 0; parts of an hour count
 * @throws RangeError if it is not
 */
export function addWorkingHours(instant: Date, hours: number, holidays: BankHolidays): Date {
  if (!(hours > 0)) throw new RangeError('Not a number of working hours')
  let left = hours * HOUR
  let from = instant
  for (;;) {
    const day = workingDayOf(from, holidays)
    const opens = instantInLondon(day, OPENS)
    const begins = from > opens ? from : opens
    const closes = instantInLondon(day, CLOSES)
    const there = closes.getTime() - begins.getTime()
    if (left <= there) return new Date(begins.getTime() + left)
    left -= there
    from = closes
  }
}

/** Whether people work in England at the instant. */
export function isInWorkingHours(instant: Date, holidays: BankHolidays): boolean {
  const day = londonDate(instant)
  return (
    isWorkingDay(day, holidays) &&
    instant >= instantInLondon(day, OPENS) &&
    instant < instantInLondon(day, CLOSES)
  )
}
