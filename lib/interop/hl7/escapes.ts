import { decodeText, type CharacterSet } from './character-set'
import type { Delimiters } from './delimiters'

/** What text is read and written with. */
export type Notation = { delimiters: Delimiters; characterSet: CharacterSet }

const LINE_COMMANDS = new Set(['.br', '.ce'])
/** Wrapping and indenting begin on a line of their own. */
const NEW_LINE_COMMAND = /^\.(?:fi|nf|in[+-]?\d*|ti[+-]?\d*)$/
/** Empty lines, and blanks within a line, with how many. */
const SPACE_COMMAND = /^\.(sp|sk)\+?(\d*)$/
/** A screen of empty lines is layout; more is a slip or an attack. */
const MOST_SPACE = 50
const HEXADECIMAL = /^X((?:[0-9A-Fa-f]{2})+)$/
const CHARACTER_SET_SWITCH = /^(?:C[0-9A-Fa-f]{4}|M[0-9A-Fa-f]{4,6})$/

/**
 * Text as its writer meant it: escaped delimiters and bytes become themselves, line commands become line feeds,
 * highlighting and layout go. A switch of the character set goes too; `switchesCharacterSet` says that there was one.
 * What is no escape sequence (`C:\temp`) stays as it stands. Carriage returns become line feeds.
 *
 * Source: HL7 v2.5.1 section 2.7, use of escape sequences in text fields.
 */
export function unescapeText(text: string, notation: Notation): string {
  const { escape } = notation.delimiters
  let start = text.indexOf(escape)
  if (start === -1) return text
  let written = ''
  let from = 0
  while (start !== -1) {
    const end = text.indexOf(escape, start + 1)
    if (end === -1) break
    const sequence = text.slice(start + 1, end)
    written += text.slice(from, start)
    const meaning = NEW_LINE_COMMAND.test(sequence) ? lineEndAfter(written) : meaningOf(sequence, notation)
    written += meaning ?? escape
    from = meaning === null ? start + 1 : end + 1
    start = text.indexOf(escape, from)
  }
  return (written + text.slice(from)).replace(/\r\n?/g, '\n')
}

function lineEndAfter(written: string): string {
  return written === '' || written.endsWith('\n') ? '' : '\n'
}

/** Null when it is no escape sequence. */
function meaningOf(sequence: string, { delimiters, characterSet }: Notation): string | null {
  const delimiter = delimiterOf(sequence, delimiters)
  if (delimiter !== null) return delimiter
  if (sequence === 'H' || sequence === 'N' || CHARACTER_SET_SWITCH.test(sequence)) return ''
  if (LINE_COMMANDS.has(sequence)) return '\n'
  const [, command, amount] = SPACE_COMMAND.exec(sequence) ?? []
  if (command) return (command === 'sp' ? '\n' : ' ').repeat(Math.min(Number(amount || 1), MOST_SPACE))
  const hexadecimal = HEXADECIMAL.exec(sequence)?.[1]
  return hexadecimal === undefined ? null : bytesAsText(hexadecimal, characterSet)
}

function delimiterOf(letter: string, delimiters: Delimiters): string | null {
  switch (letter) {
    case 'F':
      return delimiters.field
    case 'S':
      return delimiters.component
    case 'T':
      return delimiters.subcomponent
    case 'R':
      return delimiters.repetition
    case 'E':
      return delimiters.escape
    default:
      return null
  }
}

function bytesAsText(hexadecimal: string, characterSet: CharacterSet): string {
  const bytes = Uint8Array.from(hexadecimal.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const decoded = decodeText(bytes, characterSet)
  // NUL is no character of any text, and the database takes none.
  return decoded.ok ? decoded.value.replaceAll('\0', '\ufffd') : '\ufffd'
}

/** Whether part of the text is in another character set than the message, and so may be misread. */
export function switchesCharacterSet(text: string, { escape }: Delimiters): boolean {
  return text.includes(escape) && text.split(escape).some((part) => CHARACTER_SET_SWITCH.test(part))
}

const CONTROL_CHARACTER = /\p{Cc}/u

/** Text as it may stand in a field: `unescapeText` gives it back, with line feeds for carriage returns. */
export function escapeText(text: string, { delimiters, characterSet }: Notation): string {
  const { escape } = delimiters
  const letters = new Map([
    [delimiters.field, 'F'],
    [delimiters.component, 'S'],
    [delimiters.subcomponent, 'T'],
    [delimiters.repetition, 'R'],
    [escape, 'E'],
    ['\n', Object.values(delimiters).includes('.') ? 'X0A' : '.br'],
  ])
  return Array.from(text.replace(/\r\n?/g, '\n'), (character) => {
    const letter = letters.get(character) ?? (CONTROL_CHARACTER.test(character) ? inBytes(character) : null)
    return letter === null ? character : escape + letter + escape
  }).join('')

  function inBytes(character: string): string {
    const bytes =
      characterSet.encoding === 'utf-8' ? new TextEncoder().encode(character) : [character.charCodeAt(0)]
    return `X${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join('')}`
  }
}
