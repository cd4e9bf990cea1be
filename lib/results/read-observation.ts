import type { CodedValue } from '@/lib/interop/hl7/coded-value'
import type { Observation } from '@/lib/interop/hl7/observation'
import type { Report } from '@/lib/interop/hl7/report'
import { isReleasable } from '@/lib/interop/hl7/result-status'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { read, refused, type Parsed } from '@/lib/nhs/parsed'
import { findAnalyte, readMeasurement, type CodeSystem } from './read-result'
import type { ResultStatus, ResultValue } from './result'
import type { Analyte, SurveillanceTests } from './surveillance-tests'
import type { UnmatchedReason } from './unmatched'

/** A result as a message has it, with the report that it stands in. `isContradicted`: another line of it gives another value. */
export type Sent = { report: Report; observation: Observation; isContradicted: boolean }

/** A result of a message that makes sense by itself, whoever it is of. */
export type ReadObservation = {
  code: string
  /** Null for a cancelled one. */
  value: ResultValue | null
  status: ResultStatus
  sampledOn: CalendarDate
}

/** HL7 table 0396; a laboratory's own names go by any other word. */
const SYSTEMS: Readonly<Record<string, CodeSystem>> = {
  LN: 'loinc',
  SCT: 'snomed',
  SNM: 'snomed',
  RC: 'read2',
  READ: 'read2',
  RCV2: 'read2',
}

const STATUSES: Partial<Record<Observation['status'], ResultStatus>> = {
  preliminary: 'preliminary',
  partial: 'preliminary',
  unverified: 'preliminary',
  final: 'final',
  corrected: 'corrected',
  cancelled: 'cancelled',
  withdrawn: 'cancelled',
}

/** Reads one result of a report by the analytes, units and codes that are known. Nothing is guessed or converted. */
export function readObservationOf(
  tests: SurveillanceTests,
  report: Report,
  observation: Observation,
  today: CalendarDate,
): Parsed<ReadObservation, UnmatchedReason> {
  const analyte = observation.code && analyteOf(tests, observation.code)
  if (!analyte) return refused(report.text === null ? 'unknown_analyte' : 'report_in_words')
  const status = statusOf(report, observation)
  if (!status) return refused('unknown_status')
  const sampledOn = report.takenAt?.day ?? observation.observedAt?.day
  if (!sampledOn) return refused('no_sample_date')
  if (sampledOn > today) return refused('future_date')
  const sampled = { code: analyte.code, status, sampledOn }
  if (status === 'cancelled') return read({ ...sampled, value: null })
  const value = valueOf(analyte, observation)
  return value.ok ? read({ ...sampled, value: value.value }) : value
}

/**
 * A result is final only in a report that is final too: of one that nobody has verified, or that does not say, it may change
 * yet. Of a report with a status that has no such meaning (an order or a patient that the laboratory does not know) nobody
 * here can say what its results are.
 */
export function statusOf(
  { status: report, statusSent }: Report,
  { status }: Observation,
): ResultStatus | undefined {
  const own = STATUSES[status]
  if (own !== 'final' && own !== 'corrected') return own
  if (isReleasable(report, status)) return own
  return report === 'unknown' && statusSent !== '' ? undefined : 'preliminary'
}

/** The analyte that a code stands for in any of its systems, or null. */
export function analyteOf(
  tests: SurveillanceTests,
  { code, system, alternative }: CodedValue,
): Analyte | null {
  const found = (one: { code: string; system: string }) =>
    findAnalyte(tests, SYSTEMS[one.system.toUpperCase()] ?? 'local', one.code)
  return found({ code, system }) ?? (alternative && found(alternative))
}

function valueOf(analyte: Analyte, { value, unit }: Observation): Parsed<ResultValue, UnmatchedReason> {
  const quantity = value.kind === 'number' ? value : value.kind === 'text' ? value.quantity : null
  if (value.kind === 'none') return refused('missing_value')
  if (!quantity) return refused('not_a_number')
  const written = `${quantity.comparator ?? ''}${quantity.number}`
  const measured = readMeasurement(analyte, { value: written, unit })
  if (measured.ok) return measured
  return refused(
    measured.fault === 'missing_unit' || measured.fault === 'unknown_unit' ? measured.fault : 'not_a_number',
  )
}

/**
 * The laboratory's number of the order, by which a later message about it is known.
 *
 * @param sender whose message it is: two laboratories use the same numbers
 */
export function orderNumberOf({ fillerNumber, placerNumber }: Report, sender: string): string {
  const number = fillerNumber ?? placerNumber
  return number ? [number.value, number.authority, sender].filter(Boolean).join(' ') : ''
}
