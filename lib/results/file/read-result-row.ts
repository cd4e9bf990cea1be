import { parseCalendarDate, type CalendarDate } from '@/lib/nhs/calendar-date'
import { parseNhsNumber } from '@/lib/nhs/nhs-number'
import { read, refused, type Parsed } from '@/lib/nhs/parsed'
import type { ReadObservation } from '../read-observation'
import { findAnalyte, readMeasurement } from '../read-result'
import type { ResultStatus } from '../result'
import type { Analyte, SurveillanceTests } from '../surveillance-tests'
import type { UnmatchedContent, UnmatchedReason } from '../unmatched'
import { reportTests } from '../what-was-examined'
import { cellsInOrder, type ResultFileCells } from './result-file-columns'

/** HL7 table 0085, and the words. */
const STATUSES: Readonly<Record<string, ResultStatus>> = {
  p: 'preliminary',
  preliminary: 'preliminary',
  f: 'final',
  final: 'final',
  c: 'corrected',
  corrected: 'corrected',
  x: 'cancelled',
  cancelled: 'cancelled',
}

/** What a row says, as it was read, for whoever settles it. */
export function contentOfRow(cells: ResultFileCells, row: number): UnmatchedContent {
  const nhsNumber = parseNhsNumber(cells.nhsNumber)
  const isReport = cells.value.length > LONGEST_VALUE
  return {
    person: {
      nhsNumber: nhsNumber.ok ? nhsNumber.value : null,
      familyName: cells.familyName,
      givenName: cells.givenName,
      bornOn: dateIn(cells.bornOn),
    },
    code: cells.testCode,
    name: cells.testName,
    value: isReport ? '' : cells.value,
    unit: cells.unit,
    referenceRange: cells.referenceRange,
    status: STATUSES[cells.status.toLowerCase()] ?? cells.status,
    sampledOn: dateIn(cells.sampledOn),
    reportedAt: reportedAt(cells)?.toISOString() ?? null,
    orderNumber: orderNumberOfRow(cells) ?? '',
    text: isReport ? cells.value : null,
    row,
    sent: cellsInOrder(cells)
      .map(([heading, cell]) => `${heading}: ${cell}`)
      .join('\n'),
  }
}

/** Marked as a file's, so that it never meets the number of an order that came by message; null without one. */
export function orderNumberOfRow({ specimenNumber }: ResultFileCells): string | null {
  return specimenNumber === '' ? null : `file ${specimenNumber}`
}

/** No number is longer; what is, is a report in words. */
const LONGEST_VALUE = 60

/** The result of a row that makes sense by itself, whoever it is of. Nothing is guessed or converted. */
export function readResultRow(
  tests: SurveillanceTests,
  cells: ResultFileCells,
  today: CalendarDate,
): Parsed<ReadObservation, UnmatchedReason> {
  const analyte = analyteOf(tests, cells.testCode)
  if (!analyte)
    return refused(
      reportTests(tests).some(({ code }) => code === cells.testCode.toLowerCase())
        ? 'report_in_words'
        : 'unknown_analyte',
    )
  const status = STATUSES[cells.status.toLowerCase()]
  if (!status) return refused('unknown_status')
  const sampledOn = dateIn(cells.sampledOn)
  if (!sampledOn) return refused('no_sample_date')
  if (sampledOn > today) return refused('future_date')
  const sampled = { code: analyte.code, status, sampledOn }
  if (status === 'cancelled') return read({ ...sampled, value: null })
  const measured = readMeasurement(analyte, { value: cells.value, unit: cells.unit })
  if (measured.ok) return read({ ...sampled, value: measured.value })
  const { fault } = measured
  if (fault === 'missing') return refused('missing_value')
  return refused(fault === 'missing_unit' || fault === 'unknown_unit' ? fault : 'not_a_number')
}

/** Days alone are said, so a version counts as issued as its day begins: of two of one day the order of status decides. */
export function reportedAt({ reportedOn }: ResultFileCells): Date | null {
  const day = dateIn(reportedOn)
  return day === null ? null : new Date(`${day}T00:00:00Z`)
}

function analyteOf(tests: SurveillanceTests, code: string): Analyte | null {
  const systems = ['local', 'loinc', 'snomed', 'read2'] as const
  for (const system of systems) {
    const found = findAnalyte(tests, system, code)
    if (found) return found
  }
  return null
}

function dateIn(text: string): CalendarDate | null {
  const day = parseCalendarDate(text)
  return day.ok ? day.value : null
}
