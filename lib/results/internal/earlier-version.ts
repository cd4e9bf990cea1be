import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { ReadObservation } from '../read-observation'
import { standingVersions, type ResultStatus } from '../result'
import { factOf, type Stored } from './fact-of-row'
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

/** Of the specimen of a result the version that stands. */
export function standingVersionOf(
  rows: readonly ResultRow[],
  { fact: { specimen, code } }: ResultRow,
): ResultRow {
  const same = rows.filter(({ fact }) => fact.specimen === specimen && fact.code === code)
  const [standing] = standingVersions(same.map(({ fact }) => fact))
  return same.find(({ id }) => id === standing?.id)!
}

/** The version whose place a further one of the same specimen takes; null where the other came later and stands. */
export function replacedBy(rows: readonly ResultRow[], added: Stored, earlier: ResultRow): ResultRow | null {
  const before = standingVersionOf(rows, earlier)
  const [standing] = standingVersions([before.fact, factOf(added, before.fact.specimen)])
  return standing?.id === added.id ? before : null
}

/** Laboratories send what they sent before: with every later result of the person, or whenever a line was down. */
export function saysTheSame({ fact, valueText, unit }: ResultRow, reading: ReadObservation): boolean {
  if (fact.status !== reading.status || fact.sampleOn !== reading.sampledOn) return false
  if (reading.value === null) return valueText === null
  return (
    reading.value.kind === 'quantity' &&
    reading.value.quantity.written === valueText &&
    reading.value.unit === unit
  )
}
