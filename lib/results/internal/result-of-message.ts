import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { now } from '@/lib/platform/clock'
import { orderNumberOf, type ReadObservation, type Sent } from '../read-observation'
import { resultsInForce } from '../result'
import { notesOf } from '../sent-in-words'
import { doubtsOf } from './doubts-of-result'
import { earlierVersionOf } from './earlier-version'
import type { NewResult } from './new-result'
import type { ResultRow } from './result-rows'

/** Where a result of a message belongs. `bornOn`: of the person, as the message says too. */
export type PlaceOfMessage = {
  patientId: string
  teamId: string
  messageId: string
  sender: string
  bornOn: CalendarDate | null
}

/** A result of a message as it is to be kept. @param rows the results of the person */
export function resultOfMessage(
  rows: readonly ResultRow[],
  { sender, bornOn, ...place }: PlaceOfMessage,
  sent: Sent,
  read: ReadObservation,
): NewResult {
  const { report, observation } = sent
  const reportedAt = report.reportedAt?.instant ?? null
  const orderNumber = orderNumberOf(report, sender)
  const earlier = earlierVersionOf(rows, { ...read, orderNumber })
  return {
    ...place,
    ...read,
    source: 'message',
    referenceRange: observation.referenceRange || null,
    notes: notesOf(sent),
    doubts: bornOn && doubtsIn(rows, { ...read, bornOn, issuedAt: reportedAt ?? now() }, earlier),
    reportedAt,
    orderNumber,
    earlier,
    confirmedSlip: null,
    recordedById: null,
  }
}

type Read = ReadObservation & { issuedAt: Date; bornOn: CalendarDate }

/** What looks like a slip beside the other results of the person, without other versions of the same; null for nothing. */
function doubtsIn(
  rows: readonly ResultRow[],
  { value, ...read }: Read,
  earlier: ResultRow | null,
): string | null {
  if (value === null) return null
  const others = rows.filter(
    ({ fact }) => fact.code === read.code && fact.specimen !== earlier?.fact.specimen,
  )
  const inForce = resultsInForce(others.map(({ fact }) => fact))
  return doubtsOf({ ...read, value }, inForce).join(' ') || null
}
