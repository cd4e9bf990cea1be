import { checkFreeText, SHORT_TEXT_LIMIT } from '@/lib/nhs/free-text'
import { read, refused, type Parsed } from '@/lib/nhs/parsed'

/** A name in its parts. A person with a single name has it as the family name, with an empty given name. */
export type PersonName = { title?: string | null; givenName: string; familyName: string }

export type NameFault = 'missing' | 'too_long' | 'character_not_allowed'

/** Embeddings, overrides and isolates, which make text read in another order than it is stored. */
const BIDIRECTIONAL_CONTROL = /[\u202A-\u202E\u2066-\u2069]/u
const CONTROL_CHARACTER = /\p{Cc}/u

/**
 * Reads one part of a name: any letters of any script, in NFC, with runs of blanks made one space and the ends trimmed.
 * Refused: NUL and other control characters, lone surrogates, bidirectional overrides, more than 200 characters.
 */
export function parseNamePart(text: string): Parsed<string, NameFault> {
  const trimmed = text.trim()
  if (CONTROL_CHARACTER.test(trimmed) || BIDIRECTIONAL_CONTROL.test(trimmed))
    return refused('character_not_allowed')
  const checked = checkFreeText(trimmed.replace(/\s+/gu, ' '), SHORT_TEXT_LIMIT)
  if (!checked.ok) return checked
  return checked.value === '' ? refused('missing') : read(checked.value)
}

/** Scripts where capitals are how a reader expects to see a family name set off. */
const SCRIPTS_WITH_CAPITALS = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u

function toCapital(character: string): string {
  if (character === 'ß') return 'ẞ'
  if (!SCRIPTS_WITH_CAPITALS.test(character)) return character
  const capital = character.toUpperCase()
  // A letter whose capital takes two letters stays small: the spelling is the person's.
  return [...capital].length === 1 ? capital : character
}

/**
 * `SMITH, Anne (Mrs)`: how clinicians read a name (NHS Common User Interface, patient name display).
 * The capitals are in the text itself, so that copying keeps them. Blank parts are left out.
 */
export function formatNameForStaff({ title, givenName, familyName }: PersonName): string {
  const capitals = Array.from(familyName, toCapital).join('')
  const shownTitle = title?.trim().replace(/\.$/, '')
  const name = givenName ? `${capitals}, ${givenName}` : capitals
  return shownTitle ? `${name} (${shownTitle})` : name
}

/** `Anne Smith`: how patients and letters to them read a name. */
export function formatNamePlain({ givenName, familyName }: PersonName): string {
  return givenName ? `${givenName} ${familyName}` : familyName
}

/** Letters that Unicode does not take apart into a plain letter and a mark, as people type them without. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ə: 'e',
  ς: 'σ',
}
const LETTER_TO_REPLACE = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'gu')

/** Accents, and the vowel points that Arabic and Hebrew may leave out; vowel signs of other scripts are letters. */
const MARKS_TO_IGNORE = /[\p{Script=Inherited}\u0591-\u05C7]/gu
const NOT_PART_OF_A_WORD = /[^\p{Letter}\p{Mark}\p{Number}]|\u0640/gu

/**
 * A name as searched for: accents, case, apostrophes, hyphens, full stops and blanks do not count, ß is ss, ł is l.
 * Both what is stored for search and what is typed go through this. It is never shown.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS_TO_IGNORE, '')
    .replace(LETTER_TO_REPLACE, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(NOT_PART_OF_A_WORD, '')
}
