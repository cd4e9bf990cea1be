import { read, refused, type Parsed } from '@/lib/nhs/parsed'
import type { Hl7Error } from './hl7-error'
import { unescapeText, type Notation } from './escapes'
import { isSegmentName } from './segment-names'

/** `fields[n]` is field n as sent, still escaped; `occurrence` counts the segments of this name from 1. */
export type Segment = { name: string; occurrence: number; fields: readonly string[] }

export type Hl7Message = Notation & { segments: readonly Segment[] }

/** One repetition of a field. Components and sub-components count from 1; what is not there is an empty text. */
export class Repetition {
  private readonly components: readonly string[]

  /** @param raw as sent, still escaped */
  constructor(
    private readonly message: Hl7Message,
    raw: string,
  ) {
    this.components = raw.split(message.delimiters.component)
  }

  /** A component whole, unescaped: an ampersand that the sender forgot to escape stays in it. */
  component(component: number): string {
    return wordsOf(this.message, this.components[component - 1] ?? '')
  }

  subcomponent(component: number, subcomponent: number): string {
    const parts = (this.components[component - 1] ?? '').split(this.message.delimiters.subcomponent)
    return wordsOf(this.message, parts[subcomponent - 1] ?? '')
  }
}

/**
 * Cuts text into segments. Lines may end in CR, CR LF or LF and the last may have no end; blank lines do not count.
 * Refused with the reason: a line that is no segment, and a second message in the same frame.
 */
export function parseSegments(text: string, notation: Notation): Parsed<Hl7Message, Hl7Error> {
  const segments: Segment[] = []
  const counts = new Map<string, number>()
  for (const line of text.split(/[\r\n]+/)) {
    if (line.trim() === '') continue
    const fields = line.split(notation.delimiters.field)
    const name = fields[0] ?? ''
    if (!isSegmentName(name)) return refused(brokenLine(segments.length + 1))
    const occurrence = (counts.get(name) ?? 0) + 1
    counts.set(name, occurrence)
    if (name === 'MSH') {
      if (occurrence > 1) return refused(secondMessage())
      // MSH-1 is the separator itself, so that MSH-2 is what stands behind the first one.
      fields.splice(1, 0, notation.delimiters.field)
    }
    segments.push({ name, occurrence, fields })
  }
  return read({ ...notation, segments })
}

function brokenLine(line: number): Hl7Error {
  const reason = `Line ${line} does not begin with the name of a segment. A line may have been broken in two`
  return { code: '100', location: null, reason }
}

function secondMessage(): Hl7Error {
  const location = { segment: 'MSH', occurrence: 2 }
  return { code: '100', location, reason: 'Two messages in one frame. Send each by itself' }
}

/** A field as sent, still escaped; empty when it is not there. */
export function rawField(segment: Segment | undefined, field: number): string {
  return segment?.fields[field] ?? ''
}

/** HL7's null, two quotation marks: the sender wants the stored value gone. An empty field says nothing. */
export function isNull(raw: string): boolean {
  return raw === '""'
}

/** The repetitions of a field that hold anything, in order. */
export function repetitionsOf(
  message: Hl7Message,
  segment: Segment | undefined,
  field: number,
): Repetition[] {
  const raw = rawField(segment, field)
  if (raw === '') return []
  return raw
    .split(message.delimiters.repetition)
    .filter((one) => one !== '')
    .map((one) => new Repetition(message, one))
}

/** Text without its escapes and the blanks around it. A null is as empty as nothing: ask `isNull` where it matters. */
function wordsOf(message: Hl7Message, raw: string): string {
  return isNull(raw) ? '' : unescapeText(raw, message).trim()
}

/** One component of a field's first repetition, unescaped; empty when it is not there. */
export function valueAt(
  message: Hl7Message,
  segment: Segment | undefined,
  field: number,
  component = 1,
): string {
  const [first] = repetitionsOf(message, segment, field)
  return first?.component(component) ?? ''
}

/** A whole field as free text: repetitions are lines, and unescaped delimiters stay as they stand. */
export function textAt(message: Hl7Message, segment: Segment | undefined, field: number): string {
  const raw = rawField(segment, field)
  if (isNull(raw)) return ''
  return unescapeText(raw.replaceAll(message.delimiters.repetition, '\n'), message)
}

/** The first segment of that name. */
export function segmentNamed(message: Hl7Message, name: string): Segment | undefined {
  return message.segments.find((segment) => segment.name === name)
}
