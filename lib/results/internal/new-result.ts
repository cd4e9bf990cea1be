import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { now } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { ResultSource } from '@/lib/platform/prisma-client/enums'
import { MILLION } from '../quantity'
import type { ResultStatus, ResultValue } from '../result'
import type { ResultRow } from './result-rows'

/** A result that is about to be kept. The reader has seen that it makes sense; nothing is converted here. */
export type NewResult = {
  patientId: string
  teamId: string
  source: ResultSource
  messageId: string | null
  code: string
  /** Null for a cancelled one, which has none. */
  value: ResultValue | null
  referenceRange: string | null
  /** What the laboratory wrote beside it. */
  notes: string | null
  /** What looks like a slip and nobody has looked at. */
  doubts: string | null
  status: ResultStatus
  sampledOn: CalendarDate
  reportedAt: Date | null
  orderNumber: string | null
  /** A version of it that came before; which of the two stands is worked out as it is kept. */
  earlier: ResultRow | null
  confirmedSlip: string | null
  recordedById: string | null
}

/** The test of a pathway that a result answers, and the team that answers for it. */
export type PlaceOfResult = Pick<ResultRow, 'teamId' | 'testId'>

/** A result as it is kept; `replacesId` is still empty. */
export function newRow(result: NewResult, { teamId, testId }: PlaceOfResult) {
  const { code, value, sampledOn, earlier: _, ...facts } = result
  return {
    id: uuidv7(),
    ...facts,
    teamId,
    testId,
    analyteCode: code,
    ...columnsOf(value),
    sampledOn: toDatabaseDate(sampledOn),
    replacesId: null as string | null,
    recordedAt: now(),
  }
}

const NO_VALUE = {
  valueText: null,
  comparator: null,
  value: null,
  unit: null,
  reportText: null,
  outcome: null,
}

function columnsOf(value: ResultValue | null) {
  if (value === null) return NO_VALUE
  if (value.kind === 'report') return { ...NO_VALUE, reportText: value.text, outcome: value.outcome }
  const { written, comparator, millionths } = value.quantity
  const number = (millionths / MILLION).toFixed(6)
  return { ...NO_VALUE, valueText: written, comparator, value: number, unit: value.unit }
}
