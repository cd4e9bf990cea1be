import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { ReadObservation } from '../read-observation'
import { isReading, standingVersions, type ResultFact, type ResultStatus } from '../result'
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
  const same = versionsOf(rows, { specimen, code })
  const [standing] = standingVersions(same.map(({ fact }) => fact))
  return same.find(({ id }) => id === standing?.id)!
}

function versionsOf(
  rows: readonly ResultRow[],
  { specimen, code }: Pick<ResultFact, 'specimen' | 'code'>,
): ResultRow[] {
  return rows.filter(({ fact }) => fact.specimen === specimen && fact.code === code)
}

/**
 * What a further version of a specimen is beside the one that stands: it takes its place, or none where the other was issued
 * later. Laboratories put a number right without saying so: a final version with another value than a final one corrects it.
 */
export function besideStanding(
  rows: readonly ResultRow[],
  added: Stored,
  earlier: ResultRow,
): { replacesId: string | null; status: ResultStatus } {
  const before = standingVersionOf(rows, earlier).fact
  const fact = factOf(added, before.specimen)
  const [standing] = standingVersions([before, fact])
  if (standing !== fact) return { replacesId: null, status: fact.status }
  const isCorrection =
    fact.status === 'final' && before.status !== 'preliminary' && !hasSameValue(before, fact)
  return { replacesId: before.id, status: isCorrection ? 'corrected' : fact.status }
}

function hasSameValue(one: ResultFact, other: ResultFact): boolean {
  if (isReading(one) && isReading(other)) {
    const [before, now] = [one.value.quantity, other.value.quantity]
    return (
      before.millionths === now.millionths &&
      before.comparator === now.comparator &&
      one.value.unit === other.value.unit
    )
  }
  const [before, now] = [one.value, other.value]
  return (
    before.kind === 'report' &&
    now.kind === 'report' &&
    before.text === now.text &&
    before.outcome === now.outcome
  )
}

type Beside = { notes: string | null; reportedAt: Date | null }

/**
 * Whether a message says again what stands, or the very version that another took the place of. Laboratories send what they
 * sent before: with every later result of the person, or whenever a line was down.
 */
export function isKnown(
  rows: readonly ResultRow[],
  earlier: ResultRow,
  read: ReadObservation,
  { notes, reportedAt }: Beside,
): boolean {
  const standing = standingVersionOf(rows, earlier)
  return versionsOf(rows, earlier.fact).some(
    (row) =>
      (row === standing || row.fact.issuedAt.getTime() === reportedAt?.getTime()) &&
      row.notes === notes &&
      saysTheSame(row, read),
  )
}

/** Whether a version that is here has this status, day and value. */
export function saysTheSame({ fact, valueText, unit }: ResultRow, reading: ReadObservation): boolean {
  // A final version that was kept as a correction is sent again as final.
  const isSameStatus =
    fact.status === reading.status || (fact.status === 'corrected' && reading.status === 'final')
  if (!isSameStatus || fact.sampleOn !== reading.sampledOn) return false
  if (reading.value === null) return valueText === null
  return (
    reading.value.kind === 'quantity' &&
    reading.value.quantity.written === valueText &&
    reading.value.unit === unit
  )
}
