import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { ResultStatus } from '../result'
import type { ResultRow } from './result-rows'

type Version = { code: string; orderNumber: string | null; status: ResultStatus; sampledOn: CalendarDate }

/**
 * The last that is here of what a result is a further version of. Laboratories use numbers again: under the same one a sample
 * of another day is another specimen, unless it is said that something is put right or taken back.
 */
export function earlierVersionOf(
  rows: readonly ResultRow[],
  { code, orderNumber, status, sampledOn }: Version,
): ResultRow | null {
  if (!orderNumber) return null
  const same = rows.filter((row) => row.analyteCode === code && row.orderNumber === orderNumber)
  const ofDay = same.findLast(({ fact }) => fact.sampleOn === sampledOn)
  const mayMoveDay = status === 'corrected' || status === 'cancelled'
  return ofDay ?? (mayMoveDay ? same.at(-1) : null) ?? null
}

/** A preliminary result that comes after a final one takes no place of it. */
export function isOvertaken({ status }: Pick<Version, 'status'>, earlier: ResultRow | null): boolean {
  return status === 'preliminary' && earlier !== null && earlier.status !== 'preliminary'
}
