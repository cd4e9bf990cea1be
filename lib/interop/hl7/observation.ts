import { codedValueOf, type CodedValue } from './coded-value'
import { parseHl7Time, type Hl7Time } from './hl7-time'
import { rawField, repetitionsOf, textAt, valueAt, type Hl7Message, type Segment } from './message'
import type { MessageProblem } from './message-problem'
import { readObservationValue, type ObservationValue } from './observation-value'
import { observationStatus, statusWithin, type ResultStatus } from './result-status'

/** One OBX. Everything is as sent; what could not be read is in `problems`. */
export type Observation = {
  /** OBX-1 and OBX-4, for telling results of one order apart. */
  setId: string
  subId: string
  /** What was tested; null when OBX-3 is empty, as in the following lines of a report. */
  code: CodedValue | null
  value: ObservationValue
  /** OBX-6 as sent: its code where there is one, else its words. Never converted. Empty when missing. */
  unit: string
  /** OBX-7 as sent, never split. */
  referenceRange: string
  /** OBX-8, each as sent: H, L, HH, LL, N, A and others of HL7 table 0078. */
  flags: readonly string[]
  /** Its own status and the report's together; `statusSent` is OBX-11. */
  status: ResultStatus
  statusSent: string
  observedAt: Hl7Time | null
  notes: readonly string[]
  problems: readonly MessageProblem[]
}

/** Reads an OBX under its report. Its notes follow it in the message and are added by whoever reads that. */
export function readObservation(message: Hl7Message, obx: Segment, report: ResultStatus): Observation {
  const statusSent = valueAt(message, obx, 11)
  const status = observationStatus(statusSent)
  const { value, problems } = readObservationValue(message, obx)
  const [unitField] = repetitionsOf(message, obx, 6)
  const observedAt = parseHl7Time(valueAt(message, obx, 14))
  const observation = {
    setId: valueAt(message, obx, 1),
    subId: valueAt(message, obx, 4),
    code: codedValueOf(repetitionsOf(message, obx, 3)[0]),
    value,
    unit: unitField?.component(1) || unitField?.component(2) || '',
    referenceRange: textAt(message, obx, 7).trim(),
    flags: repetitionsOf(message, obx, 8).map((repetition) => repetition.component(1)),
    status: statusWithin(report, status),
    statusSent,
    observedAt: observedAt.ok ? observedAt.value : null,
    notes: [],
  }
  const unreadableTime = !observedAt.ok && rawField(obx, 14) !== ''
  return {
    ...observation,
    problems: [...problems, ...problemsOf(observation, unreadableTime)],
  }
}

function problemsOf(
  { status, value, unit, code }: Pick<Observation, 'status' | 'value' | 'unit' | 'code'>,
  unreadableTime: boolean,
): MessageProblem[] {
  const isNumeric = value.kind === 'number' || value.kind === 'range'
  const found: [boolean, MessageProblem][] = [
    [code === null, 'code_missing'],
    [status === 'unknown', 'status_not_known'],
    [value.kind === 'none' && (status === 'final' || status === 'corrected'), 'value_missing'],
    [isNumeric && unit === '', 'unit_missing'],
    [unreadableTime, 'observed_time_not_readable'],
  ]
  return found.filter(([is]) => is).map(([, problem]) => problem)
}

/** Whether an observation is a line of text, or a blank one. */
export function isLineOfText({ value }: Observation): boolean {
  return value.kind === 'text' || value.kind === 'none'
}
