import type { CalendarDate } from '@/lib/nhs/calendar-date'

/** A `date` column as the Prisma client carries it: midnight UTC of that calendar day. */
export function toDatabaseDate(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00.000Z`)
}

/** The calendar day of a `date` column. */
export function fromDatabaseDate(value: Date): CalendarDate {
  return value.toISOString().slice(0, 10) as CalendarDate
}

/** As `fromDatabaseDate`, for a column that may be null. */
export function fromDatabaseDateOrNull(value: Date | null): CalendarDate | null {
  return value === null ? null : fromDatabaseDate(value)
}

/** As `toDatabaseDate`, for a column that may be null. */
export function toDatabaseDateOrNull(date: CalendarDate | null): Date | null {
  return date === null ? null : toDatabaseDate(date)
}
