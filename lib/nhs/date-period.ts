import { addDays, addMonths, addYears, MONTHS, partsOf, type CalendarDate } from '@/lib/nhs/calendar-date'
import { parseDateFields, type DateField, type DateFields, type DateFieldsFault } from '@/lib/nhs/date-fields'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { read, refused, type Parsed } from '@/lib/nhs/parsed'

/** A day known as exactly as `precision` says: somewhere in the day, month or year that begins with `on`. */
export type DatePeriod = { on: CalendarDate; precision: DateField }

/** The last day that it can have been. */
export function lastDayOf({ on, precision }: DatePeriod): CalendarDate {
  if (precision === 'day') return on
  return addDays(precision === 'month' ? addMonths(on, 1) : addYears(on, 1), -1)
}

/** A day that is known. */
export function exactly(on: CalendarDate): DatePeriod {
  return { on, precision: 'day' }
}

/** Whether one is before the other on whatever day of its period each was. */
export function isSurelyBefore(one: DatePeriod, other: DatePeriod): boolean {
  return lastDayOf(one) < other.on
}

/** Whether both can have been on the same day. */
export function mayCoincide(one: DatePeriod, other: DatePeriod): boolean {
  return !isSurelyBefore(one, other) && !isSurelyBefore(other, one)
}

/** `3 Feb 2026`, `Feb 2026` or `2026`. */
export function formatPeriodForStaff({ on, precision }: DatePeriod): string {
  if (precision === 'day') return formatDateForStaff(on)
  const month = MONTHS[partsOf(on).month - 1] ?? ''
  return precision === 'month' ? `${month.slice(0, 3)} ${on.slice(0, 4)}` : on.slice(0, 4)
}

/** As typed into three boxes, of which the day, or the day and the month, may be empty. */
export function parsePeriodFields(typed: DateFields): Parsed<DatePeriod, DateFieldsFault> {
  if (typed.day.trim() !== '') {
    const parsed = parseDateFields(typed)
    return parsed.ok ? read(exactly(parsed.value)) : parsed
  }
  if (typed.year.trim() === '')
    return typed.month.trim() === ''
      ? refused({ kind: 'missing', fields: ['day', 'month', 'year'] })
      : refused({ kind: 'missing', fields: ['year'] })
  const precision = typed.month.trim() === '' ? 'year' : 'month'
  const parsed = parseDateFields({ ...typed, day: '1', month: precision === 'year' ? '1' : typed.month })
  return parsed.ok ? read({ on: parsed.value, precision }) : parsed
}
