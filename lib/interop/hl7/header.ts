import { characterSetNamed, decodeText, PLAIN_CHARACTER_SET, type CharacterSet } from './character-set'
import { readDelimiters, USUAL_DELIMITERS, type Delimiters } from './delimiters'
import type { Hl7Error } from './hl7-error'
import { parseHl7Time, type Hl7Time } from './hl7-time'

/**
 * What MSH says, read from the first line alone, so that even a message that is refused can be answered.
 * `raw` are its fields as sent (`raw[3]` is MSH-3), for an answer in the same delimiters.
 */
export type Header = {
  raw: readonly string[]
  /** Null when MSH-1 and MSH-2 cannot be used; the answer is then written with the usual ones. */
  delimiters: Delimiters | null
  /** Null when MSH-18 names none that we read. */
  characterSet: CharacterSet | null
  /** Of MSH-3 and MSH-4 the name, or the universal id where there is no name. */
  sendingApplication: string
  sendingFacility: string
  /** Null when MSH-7 is empty or no HL7 time: it decides nothing. */
  sentAt: Hl7Time | null
  /** MSH-9, such as `ORU` and `R01`, in capitals. */
  messageCode: string
  event: string
  controlId: string
  processingId: string
  version: string
}

/** Longest header looked at: MSH of a real message has under 500 characters. */
const LONGEST_HEADER = 8_192
const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf'
const CARRIAGE_RETURN = 0x0d
const LINE_FEED = 0x0a

/**
 * The first line of a message, a character for each byte: what MSH is cut by is ASCII in every set that we take. Blank
 * lines and a byte order mark before it do not count.
 */
export function firstLineOf(bytes: Uint8Array): string {
  let line = ''
  for (const byte of bytes.subarray(0, LONGEST_HEADER)) {
    const endsLine = byte === CARRIAGE_RETURN || byte === LINE_FEED
    if (endsLine && line !== '') return line
    const character = String.fromCharCode(byte)
    if (line !== '' || character.trim() !== '') line += character
    if (line === BYTE_ORDER_MARK) line = ''
  }
  return line
}

/** Reads MSH from the first bytes of a message. Null when it does not begin with MSH. */
export function readHeader(bytes: Uint8Array): Header | null {
  const line = firstLineOf(bytes)
  if (!line.startsWith('MSH') || line.length < 4) return null
  const read = readDelimiters(line)
  const delimiters = read.ok ? read.value : null
  const usable = delimiters ?? USUAL_DELIMITERS
  const set = characterSetNamed(partOf(fieldsOf(line)[18], usable, 1))
  const raw = fieldsOf(set.ok ? inCharacterSet(line, set.value) : line)
  const first = (field: number, component = 1) => partOf(raw[field], usable, component)
  const sentAt = parseHl7Time(first(7))
  return {
    raw,
    delimiters,
    characterSet: set.ok ? set.value : null,
    sendingApplication: first(3) || first(3, 2),
    sendingFacility: first(4) || first(4, 2),
    sentAt: sentAt.ok ? sentAt.value : null,
    messageCode: first(9).toUpperCase(),
    event: first(9, 2).toUpperCase(),
    controlId: (raw[10] ?? '').trim(),
    processingId: first(11).toUpperCase(),
    version: first(12),
  }
}

function fieldsOf(line: string): string[] {
  const fields = line.split(line.charAt(3))
  fields.splice(1, 0, line.charAt(3))
  return fields
}

/** What was read a character for each byte, as its writer meant it. Bytes that mean nothing stay as they are. */
function inCharacterSet(line: string, set: CharacterSet): string {
  const decoded = decodeText(
    Uint8Array.from(line, (character) => character.charCodeAt(0)),
    set,
  )
  return decoded.ok ? decoded.value : line
}

function partOf(field: string | undefined, delimiters: Delimiters, component: number): string {
  const repetition = (field ?? '').split(delimiters.repetition, 1)[0] ?? ''
  return (repetition.split(delimiters.component)[component - 1] ?? '').trim()
}

/** Whether anybody can be told about a message: it names the application or facility that sent it. */
export function hasSender(header: Header | null): header is Header {
  return header !== null && (header.sendingApplication !== '' || header.sendingFacility !== '')
}

/** What to write an answer with: the sender's own delimiters and character set as far as they can be used. */
export function notationOf(header: Header | null) {
  return {
    delimiters: header?.delimiters ?? USUAL_DELIMITERS,
    characterSet: header?.characterSet ?? PLAIN_CHARACTER_SET,
  }
}

/** The versions whose segments we read. HL7 v2.2 has other fields, and v2.6 on writes times and people otherwise. */
const VERSIONS = new Set(['2.3', '2.3.1', '2.4', '2.5', '2.5.1'])

/** Whether MSH-12 names a version that we read, and so can answer in. */
export function isKnownVersion(version: string): boolean {
  return VERSIONS.has(version)
}

/** Events of ADT: demographics of one person, and two records of one person made one. */
const UPDATE_EVENTS = new Set(['A01', 'A04', 'A08', 'A28', 'A31'])
const MERGE_EVENTS = new Set(['A34', 'A40'])

export type MessageKind = 'results' | 'demographics' | 'merge'

/** What a message is about; null when MSH-9 names what we do not take. */
export function kindOf({ messageCode, event }: Header): MessageKind | null {
  if (messageCode === 'ORU') return event === 'R01' ? 'results' : null
  if (messageCode !== 'ADT') return null
  if (MERGE_EVENTS.has(event)) return 'merge'
  return UPDATE_EVENTS.has(event) ? 'demographics' : null
}

/** HL7 v2.6 section 2.14.9.10; earlier versions say 20, which senders exceed. */
const LONGEST_CONTROL_ID = 199

/** Every reason to refuse a message by its header alone. `processingIds` are those of MSH-11 that this listener takes. */
export function headerErrors(header: Header, processingIds: readonly string[]): Hl7Error[] {
  const errors: Hl7Error[] = []
  const add = (code: Hl7Error['code'], field: number, reason: string) =>
    errors.push({ code, location: { segment: 'MSH', occurrence: 1, field }, reason })
  if (!header.delimiters) add('102', 2, 'MSH-2 must be four different delimiters, such as ^~\\&')
  if (!header.characterSet) add('103', 18, 'The character set in MSH-18 is not known here')
  if (header.controlId === '') add('101', 10, 'MSH-10, the message control id, is empty')
  if (header.controlId.length > LONGEST_CONTROL_ID) add('102', 10, 'MSH-10 is longer than 199 characters')
  if (header.messageCode === '') add('101', 9, 'MSH-9, the message type, is empty')
  else if (!kindOf(header)) addUnsupported(header, add)
  if (!processingIds.includes(header.processingId))
    add('202', 11, `This listener takes the processing id ${processingIds.join(' or ')}`)
  if (!isKnownVersion(header.version)) add('203', 12, 'This listener takes HL7 versions 2.3 to 2.5.1')
  return errors
}

function addUnsupported(
  { messageCode }: Header,
  add: (code: Hl7Error['code'], field: number, reason: string) => void,
): void {
  if (messageCode === 'ORU') add('201', 9, 'Of ORU, this listener takes R01')
  else if (messageCode === 'ADT')
    add('201', 9, 'Of ADT, this listener takes A01, A04, A08, A28, A31, A34 and A40')
  else add('200', 9, 'This listener takes ORU and ADT')
}
