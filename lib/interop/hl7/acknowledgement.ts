import { encodeText } from './character-set'
import { encodingCharacters, type Delimiters } from './delimiters'
import { escapeText, type Notation } from './escapes'
import { isKnownVersion, notationOf, type Header } from './header'
import { ERROR_WORDS, type Answer, type ErrorLocation, type Hl7Error } from './hl7-error'
import { formatHl7Time } from './hl7-time'

/** What an acknowledgement says beyond its answer. `controlId` is our own, up to 20 characters, and never used twice. */
export type AcknowledgementSetting = {
  controlId: string
  at: Date
  /**
   * Whether a sender who asks in MSH-15 for a commit acknowledgement, and in MSH-16 for none of the application, gets CA,
   * CE or CR. Off, everybody gets AA, AE or AR: many systems fill MSH-15 by rote and wait for AA, and an answer is sent
   * only after the commit either way.
   */
  enhancedMode: boolean
}

const ENHANCED = { AA: 'CA', AE: 'CE', AR: 'CR' } as const
/** The version to answer in when the sender's is not one that we write. */
const OWN_VERSION = '2.5.1'
const PRODUCTION = 'P'

/**
 * The acknowledgement of one message, ready to be framed: MSH with sender and receiver changed over, MSA, and an ERR for
 * each error. It is written in the sender's delimiters and character set; without a usable header in the usual ones,
 * with an empty MSA-2.
 */
export function writeAcknowledgement(
  header: Header | null,
  answer: Answer,
  setting: AcknowledgementSetting,
): Uint8Array {
  const notation = notationOf(header)
  const segments = [
    headerSegment(header, notation, setting),
    answerSegment(header, answer, notation, setting),
    ...errorSegments(header, answer.errors, notation),
  ]
  const separator = notation.delimiters.field
  const text = segments
    .map((fields) => `${fields.join(separator).replace(trailing(separator), '')}\r`)
    .join('')
  return encodeText(text, notation.characterSet)
}

function trailing(separator: string): RegExp {
  return new RegExp(`\\${separator}+$`)
}

/** A field of the sender's as it was, where it can be read again; otherwise as text. */
function echo(header: Header | null, field: number, notation: Notation): string {
  const raw = header?.raw[field] ?? ''
  return header?.delimiters ? raw : escapeText(raw, notation)
}

function headerSegment(
  header: Header | null,
  notation: Notation,
  { controlId, at }: AcknowledgementSetting,
): string[] {
  const version = header && isKnownVersion(header.version) ? header.version : OWN_VERSION
  const fields = ['MSH', encodingCharacters(notation.delimiters)]
  fields.push(...[5, 6, 3, 4].map((field) => echo(header, field, notation)))
  fields.push(formatHl7Time(at), '', messageType(header, version, notation.delimiters), controlId)
  fields.push(echo(header, 11, notation) || PRODUCTION, version)
  fields.push(...Array<string>(5).fill(''), header?.characterSet?.name ?? '')
  return fields
}

/** MSH-9 of an acknowledgement: the event of what it answers, and from v2.3.1 its structure. */
function messageType(header: Header | null, version: string, { component }: Delimiters): string {
  const event = /^[A-Z]\d\d$/.exec(header?.event ?? '')?.[0]
  if (!event) return 'ACK'
  return ['ACK', event, ...(version === '2.3' ? [] : ['ACK'])].join(component)
}

function answerSegment(
  header: Header | null,
  { code, errors }: Answer,
  notation: Notation,
  { enhancedMode }: AcknowledgementSetting,
): string[] {
  const shown = enhancedMode && asksForCommit(header) ? ENHANCED[code] : code
  const reasons = errors.map((error) => whereWords(error.location) + error.reason).join('. ')
  return ['MSA', shown, echo(header, 10, notation).trim(), escapeText(reasons, notation)]
}

function asksForCommit(header: Header | null): boolean {
  const [accept = '', application = ''] = [header?.raw[15], header?.raw[16]]
  return accept !== '' && accept !== 'NE' && (application === '' || application === 'NE')
}

function whereWords(location: ErrorLocation | null): string {
  if (!location) return ''
  const field = location.field === undefined ? '' : `-${location.field}`
  const occurrence = location.occurrence === 1 ? '' : ` (number ${location.occurrence})`
  return `${location.segment}${field}${occurrence}: `
}

/** From v2.5 an error has a segment of its own with place, code and words; before, one component group in ERR-1. */
function errorSegments(header: Header | null, errors: readonly Hl7Error[], notation: Notation): string[][] {
  const old = header !== null && /^2\.[34]/.test(header.version)
  return errors.map((error) => (old ? oldError(error, notation) : newError(error, notation)))
}

function place(location: ErrorLocation | null): string[] {
  if (!location) return []
  const { segment, occurrence, field } = location
  return [segment, String(occurrence), ...(field === undefined ? [] : [String(field)])]
}

function oldError(error: Hl7Error, { delimiters }: Notation): string[] {
  const { component, subcomponent } = delimiters
  const [segment = '', occurrence = '', field = ''] = place(error.location)
  const code = [error.code, ERROR_WORDS[error.code], 'HL70357'].join(subcomponent)
  return ['ERR', [segment, occurrence, field, code].join(component)]
}

function newError(error: Hl7Error, notation: Notation): string[] {
  const { component } = notation.delimiters
  const code = [error.code, ERROR_WORDS[error.code], 'HL70357'].join(component)
  const where = place(error.location).join(component)
  return ['ERR', '', where, code, 'E', '', '', '', escapeText(error.reason, notation)]
}
