import { addDays, addMonths, addYears, type CalendarDate } from '@/lib/nhs/calendar-date'
import type { ProtocolItem, Span } from './protocol-schedule'

const DAYS_IN_WEEK = 7
const MONTHS_IN_YEAR = 12

/** How far after the anchor a test is planned. `key` names it within its test: `6m`, `6w`, `42d`. */
export type Offset = { key: string; span: Span; notBefore: boolean; untilAge: number | null }

/**
 * The day so long after the anchor. Months end on the last day of a shorter one, each counted from the anchor alone, so
 * that 31 August and 6 months is 28 or 29 February, and 12 months is 31 August again.
 */
export function dayAfter(anchorOn: CalendarDate, { days, weeks, months }: Span): CalendarDate {
  if (months !== undefined) return addMonths(anchorOn, months)
  return addDays(anchorOn, days ?? (weeks ?? 0) * DAYS_IN_WEEK)
}

/** The offsets of an item: its points, then its years. */
export function offsetsOf({ at, years }: Pick<ProtocolItem, 'at' | 'years'>): Offset[] {
  const points = at.map(({ after, notBefore }) => ({
    key: keyOf(after),
    span: after,
    notBefore,
    untilAge: null,
  }))
  const byYears = years.flatMap(({ from, to, every, untilAge = null }) =>
    every === 'none'
      ? []
      : monthsWithin((from - 1) * MONTHS_IN_YEAR, to * MONTHS_IN_YEAR, every.months).map((months) => ({
          key: `${months}m`,
          span: { months },
          notBefore: false,
          untilAge,
        })),
  )
  return [...points, ...byYears]
}

/** After `start`, up to and with `end`, in steps from `start`. */
function monthsWithin(start: number, end: number, step: number): number[] {
  return Array.from({ length: Math.floor((end - start) / step) }, (_, place) => start + (place + 1) * step)
}

function keyOf({ days, weeks, months }: Span): string {
  if (months !== undefined) return `${months}m`
  return weeks !== undefined ? `${weeks}w` : `${days ?? 0}d`
}

/** Whether somebody born then is younger than the age on that day; always where no age is set. */
export function isYoungEnough(bornOn: CalendarDate, untilAge: number | null, on: CalendarDate): boolean {
  return untilAge === null || on < addYears(bornOn, untilAge)
}
