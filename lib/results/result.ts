import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { ReportOutcome, ResultStatus } from '@/lib/platform/prisma-client/enums'
import type { Quantity } from './quantity'

/** As the laboratory sent it. A cancelled result says that the specimen gave none after all. */
const RESULT_STATUSES = Object.values(ResultStatus)
export type { ResultStatus }

/** What a report of imaging, endoscopy or an examination comes to, as the person who reads it says. */
export const REPORT_OUTCOMES = Object.values(ReportOutcome)
export type { ReportOutcome }

export type ResultValue =
  /** `unit` is one of the analyte's; the number was never converted. */
  | { kind: 'quantity'; quantity: Quantity; unit: string }
  | { kind: 'report'; text: string; outcome: ReportOutcome }

/** One version of one result, as it came. Never changed: a correction is a further version of the same specimen. */
export type ResultFact = {
  id: string
  /** The laboratory's number of the specimen or report, which all versions of the result share. */
  specimen: string
  /** An analyte, or the test for a report. */
  code: string
  sampleOn: CalendarDate
  /** When the laboratory issued this version, no later than it came here; and when it came. */
  issuedAt: Date
  receivedAt: Date
  status: ResultStatus
  value: ResultValue
}

/** A number in force. */
export type Reading = ResultFact & { value: Extract<ResultValue, { kind: 'quantity' }> }

/** Whether the result is a number. */
export function isReading(result: ResultFact): result is Reading {
  return result.value.kind === 'quantity'
}

/** A version that is not final yet gives way to any that is, whichever came first. */
function weight(status: ResultStatus): number {
  return status === 'preliminary' ? 0 : 1
}

/** Negative when `one` gives way to `other`. No two versions are equal, so the order of arrival decides nothing. */
function precedence(one: ResultFact, other: ResultFact): number {
  return (
    weight(one.status) - weight(other.status) ||
    one.issuedAt.getTime() - other.issuedAt.getTime() ||
    RESULT_STATUSES.indexOf(one.status) - RESULT_STATUSES.indexOf(other.status) ||
    one.receivedAt.getTime() - other.receivedAt.getTime() ||
    compareText(one.id, other.id)
  )
}

function compareText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/**
 * Of each specimen and code the version that stands, cancelled ones included, earliest sample first. The same for any
 * order in which the versions came.
 */
export function standingVersions(facts: readonly ResultFact[]): ResultFact[] {
  const standing = new Map<string, ResultFact>()
  for (const fact of facts) {
    // Codes have no spaces.
    const key = `${fact.code} ${fact.specimen}`
    const before = standing.get(key)
    if (!before || precedence(before, fact) < 0) standing.set(key, fact)
  }
  return [...standing.values()].sort(
    (one, other) => compareText(one.sampleOn, other.sampleOn) || precedence(one, other),
  )
}

/** The results that count: the standing versions that are not cancelled, earliest sample first. */
export function resultsInForce(facts: readonly ResultFact[]): ResultFact[] {
  return standingVersions(facts).filter((fact) => fact.status !== 'cancelled')
}
