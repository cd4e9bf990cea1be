import type { CalendarDate } from '@/lib/nhs/calendar-date'

/** A `date` column as the Prisma client carries it: midnight UTC of that calendar day. */
export function toDatabaseDate(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00.000Z`)
}

/** By milliseconds since 1970. Ten years of tests of a thousand people have the same few thousand days, over and over. */
const days = new Map<number, CalendarDate>()
const MOST_DAYS = 20_000

/** The calendar day of a `date` column. */
export function fromDatabaseDate(value: Date): CalendarDate {
  const time = value.getTime()
  const kept = days.get(time)
  if (kept) return kept
  const day = value.toISOString().slice(0, 10) as CalendarDate
  if (days.size === MOST_DAYS) days.clear()
  days.set(time, day)
  return day
}

/** As `fromDatabaseDate`, for a column that may be null. */
export function fromDatabaseDateOrNull(value: Date | null): CalendarDate | null {
  return value === null ? null : fromDatabaseDate(value)
}

/** As `toDatabaseDate`, for a column that may be null. */
export function toDatabaseDateOrNull(date: CalendarDate | null): Date | null {
  return date === null ? null : toDatabaseDate(date)
}
