import { read, refused, type Parsed } from '@/lib/nhs/parsed'
import { codedValueOf, type CodedValue } from './coded-value'
import type { Hl7Error } from './hl7-error'
import { parseHl7Time, type Hl7Time } from './hl7-time'
import { rawField, repetitionsOf, valueAt, type Hl7Message, type Segment } from './message'
import type { MessageProblem } from './message-problem'
import type { Observation } from './observation'
import { reportStatus, type ResultStatus } from './result-status'

/** The number of an order, and who gave it. */
export type OrderNumber = { value: string; authority: string }

/** One OBR with what hangs under it. `fillerNumber` with a code finds the earlier report that a correction replaces. */
export type Report = {
  /** OBR-2, or ORC-2 where that is empty: the number of whoever asked. */
  placerNumber: OrderNumber | null
  /** OBR-3, or ORC-3: the laboratory's own number. */
  fillerNumber: OrderNumber | null
  code: CodedValue
  /** OBR-7: when the specimen was taken or the examination made. */
  takenAt: Hl7Time | null
  /** OBR-14: when the specimen arrived. */
  receivedAt: Hl7Time | null
  /** OBR-22: when the report was issued or changed. */
  reportedAt: Hl7Time | null
  status: ResultStatus
  statusSent: string
  notes: readonly string[]
  observations: readonly Observation[]
  /** A report in words (imaging, endoscopy, histology), its lines in order; null when it is made of values. */
  text: string | null
  problems: readonly MessageProblem[]
}

const TIMES: readonly ['takenAt' | 'receivedAt' | 'reportedAt', number, MessageProblem][] = [
  ['takenAt', 7, 'specimen_time_not_readable'],
  ['receivedAt', 14, 'received_time_not_readable'],
  ['reportedAt', 22, 'reported_time_not_readable'],
]

/** Reads an OBR with the ORC before it, if there is one; its results and notes are still empty. */
export function readReport(
  message: Hl7Message,
  obr: Segment,
  orc: Segment | undefined,
): Parsed<Report, readonly Hl7Error[]> {
  const placerNumber = orderNumber(message, obr, 2) ?? orderNumber(message, orc, 2)
  const fillerNumber = orderNumber(message, obr, 3) ?? orderNumber(message, orc, 3)
  const code = codedValueOf(repetitionsOf(message, obr, 4)[0])
  const errors: Hl7Error[] = []
  const missing = (field: number, reason: string) =>
    errors.push({ code: '101', location: { segment: 'OBR', occurrence: obr.occurrence, field }, reason })
  if (!placerNumber && !fillerNumber)
    missing(3, 'OBR-2 and OBR-3 are empty, so that no correction could find it')
  if (!code) missing(4, 'OBR-4 does not say what was examined')
  if (!code || errors.length > 0) return refused(errors)
  const statusSent = valueAt(message, obr, 25)
  const status = reportStatus(statusSent)
  const times = { takenAt: null, receivedAt: null, reportedAt: null } as Pick<
    Report,
    (typeof TIMES)[number][0]
  >
  const problems: MessageProblem[] = status === 'unknown' ? ['report_status_not_known'] : []
  for (const [name, field, problem] of TIMES) {
    const time = parseHl7Time(valueAt(message, obr, field))
    if (time.ok) times[name] = time.value
    else if (rawField(obr, field) !== '') problems.push(problem)
  }
  const rest = { status, statusSent, notes: [], observations: [], text: null, problems }
  return read({ placerNumber, fillerNumber, code, ...times, ...rest })
}

function orderNumber(message: Hl7Message, segment: Segment | undefined, field: number): OrderNumber | null {
  const value = valueAt(message, segment, field)
  return value === '' ? null : { value, authority: valueAt(message, segment, field, 2) }
}
