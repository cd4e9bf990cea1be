import { codedValueOf, type CodedValue } from './coded-value'
import { switchesCharacterSet } from './escapes'
import { parseHl7Time, type Hl7Time } from './hl7-time'
import { repetitionsOf, rawField, isNull, textAt, valueAt } from './message'
import type { Hl7Message, Repetition, Segment } from './message'
import type { MessageProblem } from './message-problem'
import { comparatorOf, isNumber, readQuantity, type Quantity } from './quantity'

/**
 * What was found, by its type in OBX-2, as sent and not converted.
 *
 * `text` of a value that was not read as its type is what was sent; `quantity` beside text is there when the whole text
 * is a number, since laboratories send `<0.01` as text. A document is noted and stays in the message as received.
 */
export type ObservationValue =
  | { kind: 'none' }
  | ({ kind: 'number' } & Quantity)
  | { kind: 'range'; low: string; high: string }
  | { kind: 'ratio'; first: string; separator: string; second: string }
  | { kind: 'text'; text: string; quantity: Quantity | null }
  | { kind: 'coded'; values: readonly CodedValue[] }
  | { kind: 'time'; time: Hl7Time }
  | { kind: 'document'; type: string; encoding: string; length: number; readable: boolean }
  | { kind: 'unread'; text: string }

export type ReadValue = { value: ObservationValue; problems: readonly MessageProblem[] }

const NO_VALUE: ReadValue = { value: { kind: 'none' }, problems: [] }

type Reader = (message: Hl7Message, obx: Segment) => ReadValue

/** HL7 table 0125, the types that are read. */
const READERS: Readonly<Record<string, Reader>> = {
  NM: readNumber,
  SN: readStructuredNumber,
  ST: readText,
  TX: readText,
  FT: readText,
  CE: readCoded,
  CWE: readCoded,
  CNE: readCoded,
  CF: readCoded,
  IS: readCoded,
  ID: readCoded,
  TS: readTime,
  DT: readTime,
  DTM: readTime,
  ED: readDocument,
  RP: readDocument,
}

/** Reads OBX-5 by OBX-2. */
export function readObservationValue(message: Hl7Message, obx: Segment): ReadValue {
  const raw = rawField(obx, 5)
  if (raw.trim() === '' || isNull(raw)) return NO_VALUE
  const type = valueAt(message, obx, 2).toUpperCase()
  const reader = Object.hasOwn(READERS, type) ? READERS[type] : undefined
  return reader ? reader(message, obx) : unread(message, obx, 'value_type_not_known')
}

function unread(message: Hl7Message, obx: Segment, problem: MessageProblem): ReadValue {
  return { value: { kind: 'unread', text: textAt(message, obx, 5) }, problems: [problem] }
}

function onlyOne(message: Hl7Message, obx: Segment): Repetition | null {
  const [first, ...others] = repetitionsOf(message, obx, 5)
  return first && others.length === 0 ? first : null
}

function readNumber(message: Hl7Message, obx: Segment): ReadValue {
  if (!onlyOne(message, obx)) return unread(message, obx, 'several_values')
  const quantity = readQuantity(textAt(message, obx, 5))
  return quantity
    ? { value: { kind: 'number', ...quantity }, problems: [] }
    : unread(message, obx, 'not_a_number')
}

/** SN: comparator ^ first number ^ separator ^ second number. */
function readStructuredNumber(message: Hl7Message, obx: Segment): ReadValue {
  const repetition = onlyOne(message, obx)
  if (!repetition) return unread(message, obx, 'several_values')
  const value = structuredNumber([1, 2, 3, 4].map((component) => repetition.component(component)))
  return value ? { value, problems: [] } : unread(message, obx, 'not_a_number')
}

function structuredNumber([
  sign = '',
  first = '',
  separator = '',
  second = '',
]: string[]): ObservationValue | null {
  const comparator = comparatorOf(sign)
  if (comparator === undefined || !isNumber(first)) return null
  if (separator === '' && second === '') return { kind: 'number', comparator, number: first }
  // The limit of a range, or a number with a plus behind it, has no meaning that we could keep apart.
  if (comparator !== null || !isNumber(second)) return null
  if (separator === '-') return { kind: 'range', low: first, high: second }
  return { kind: 'ratio', first, separator, second }
}

function readText(message: Hl7Message, obx: Segment): ReadValue {
  const text = textAt(message, obx, 5)
  const switches = switchesCharacterSet(rawField(obx, 5), message.delimiters)
  return {
    value: { kind: 'text', text, quantity: readQuantity(text) },
    problems: switches ? ['other_character_set'] : [],
  }
}

function readCoded(message: Hl7Message, obx: Segment): ReadValue {
  const values = repetitionsOf(message, obx, 5).flatMap((repetition) => codedValueOf(repetition) ?? [])
  return values.length > 0 ? { value: { kind: 'coded', values }, problems: [] } : NO_VALUE
}

function readTime(message: Hl7Message, obx: Segment): ReadValue {
  const time = parseHl7Time(valueAt(message, obx, 5))
  return time.ok
    ? { value: { kind: 'time', time: time.value }, problems: [] }
    : unread(message, obx, 'observed_time_not_readable')
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/
/** What every PDF begins with, in base64: `%PDF-`. */
const PDF_IN_BASE64 = 'JVBERi0'

/** ED: source ^ type ^ subtype ^ encoding ^ data. Of a reference (RP) nothing is fetched. */
function readDocument(message: Hl7Message, obx: Segment): ReadValue {
  const [repetition] = repetitionsOf(message, obx, 5)
  const [type = '', subtype = '', encoding = '', data = ''] = [2, 3, 4, 5].map(
    (component) => repetition?.component(component) ?? '',
  )
  const named = subtype || type
  const isPdf = named.toUpperCase() === 'PDF'
  const readable =
    encoding.toUpperCase() === 'BASE64' &&
    data.length % 4 === 0 &&
    BASE64.test(data) &&
    (!isPdf || data.startsWith(PDF_IN_BASE64))
  return {
    value: { kind: 'document', type: named, encoding, length: data.length, readable },
    problems: readable ? [] : ['document_not_readable'],
  }
}
