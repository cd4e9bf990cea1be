import { read, refused, type Parsed } from '@/lib/nhs/parsed'

/** How the bytes of a message are read and an answer to it is written. `name` is MSH-18 as the sender put it. */
export type CharacterSet = { name: string; encoding: string }

/**
 * HL7 table 0211 as senders write it. Without MSH-18 the standard means ASCII; senders who leave it out send UTF-8 or
 * something that is not valid UTF-8 and is then refused, so that no letter is ever misread.
 */
const UTF_8 = new Set(['', 'UNICODE UTF-8', 'UTF-8', 'UTF8'])
const ASCII = new Set(['ASCII', 'US-ASCII'])
const ISO_8859 = /^(?:ISO[ -]?)?8859[/-]([1-9]|1[0-6])$/

/** 12 was never published; the others are what the Encoding Standard knows. */
const NO_SUCH_PART = '12'

export const PLAIN_CHARACTER_SET: CharacterSet = { name: '', encoding: 'utf-8' }

/** The character set that the first repetition of MSH-18 names. Those not listed are refused: no guess reads a name. */
export function characterSetNamed(name: string): Parsed<CharacterSet, 'character_set_not_known'> {
  const wanted = name.trim().toUpperCase()
  if (UTF_8.has(wanted)) return read({ name, encoding: 'utf-8' })
  if (ASCII.has(wanted)) return read({ name, encoding: 'ascii' })
  const part = ISO_8859.exec(wanted)?.[1]
  if (!part || part === NO_SUCH_PART) return refused('character_set_not_known')
  return read({ name, encoding: `iso-8859-${part}` })
}

/** Makes text of bytes, without a byte order mark. `not_in_character_set` when a byte means nothing there. */
export function decodeText(bytes: Uint8Array, set: CharacterSet): Parsed<string, 'not_in_character_set'> {
  if (set.encoding === 'ascii' && bytes.some((byte) => byte > 0x7f)) return refused('not_in_character_set')
  try {
    return read(decoder(set.encoding).decode(bytes))
  } catch {
    return refused('not_in_character_set')
  }
}

/** Makes bytes of text. What the set has no character for becomes a question mark. */
export function encodeText(text: string, set: CharacterSet): Uint8Array {
  if (set.encoding === 'utf-8') return new TextEncoder().encode(text)
  const bytes = bytesOf(set.encoding)
  return Uint8Array.from(text, (character) => bytes.get(character) ?? 0x3f)
}

const decoders = new Map<string, TextDecoder>()

function decoder(encoding: string): TextDecoder {
  const known = decoders.get(encoding)
  if (known) return known
  const made = new TextDecoder(encoding === 'ascii' ? 'utf-8' : encoding, { fatal: true })
  decoders.set(encoding, made)
  return made
}

const byteTables = new Map<string, ReadonlyMap<string, number>>()

/** The table of a set of single bytes, turned round: the platform decodes these sets and encodes none of them. */
function bytesOf(encoding: string): ReadonlyMap<string, number> {
  const known = byteTables.get(encoding)
  if (known) return known
  const lenient = new TextDecoder(encoding === 'ascii' ? 'utf-8' : encoding)
  const last = encoding === 'ascii' ? 0x7f : 0xff
  const table = new Map<string, number>()
  for (let byte = 0; byte <= last; byte++) table.set(lenient.decode(Uint8Array.of(byte)), byte)
  byteTables.set(encoding, table)
  return table
}
