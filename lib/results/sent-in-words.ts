import type { Observation } from '@/lib/interop/hl7/observation'
import { orderNumberOf, statusOf, type Sent } from './read-observation'
import type { UnmatchedContent } from './unmatched'

/** What was found, in words, for whoever reads what could not be filed. */
export function valueInWords({ value }: Observation): string {
  switch (value.kind) {
    case 'number':
      return `${value.comparator ?? ''}${value.number}`
    case 'range':
      return `${value.low}-${value.high}`
    case 'ratio':
      return `${value.first}${value.separator}${value.second}`
    case 'text':
    case 'unread':
      return value.text
    case 'coded':
      return value.values.map(({ code, text }) => text || code).join(', ')
    case 'time':
      return value.time.text
    case 'document':
      return 'An enclosed document, see the message'
    default:
      return ''
  }
}

/** What a message says of one result and its person, for whoever settles it. */
export function contentOf(
  person: UnmatchedContent['person'],
  { report, observation }: Sent,
  sender: string,
): UnmatchedContent {
  const { code } = observation
  return {
    person,
    code: code?.code ?? report.code.code,
    name: code?.text || report.code.text,
    value: valueInWords(observation),
    unit: observation.unit,
    referenceRange: observation.referenceRange,
    status: statusOf(report, observation) ?? 'unknown',
    sampledOn: (report.takenAt ?? observation.observedAt)?.day ?? null,
    reportedAt: report.reportedAt?.instant?.toISOString() ?? null,
    orderNumber: orderNumberOf(report, sender),
    text: report.text,
    notes: notesOf({ report, observation }),
  }
}

/** More than anybody writes beside a number; the message has the rest. */
const LONGEST_NOTES = 20_000

/** What the laboratory wrote beside a result and beside its report, a note a line; null for nothing. */
export function notesOf({ report, observation }: Pick<Sent, 'report' | 'observation'>): string | null {
  const notes = [...observation.notes, ...report.notes].flatMap((note) => note.trim() || [])
  return notes.join('\n').slice(0, LONGEST_NOTES).toWellFormed() || null
}
