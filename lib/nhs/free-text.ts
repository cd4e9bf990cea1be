import { read, refused, type Parsed } from '@/lib/nhs/parsed'

/** Longest text of several lines, in Unicode code points. */
export const FREE_TEXT_LIMIT = 10_000

/** Longest text of one line, in Unicode code points. */
export const SHORT_TEXT_LIMIT = 200

export type FreeTextFault = 'too_long' | 'character_not_allowed'

/** Tab and the line ends are the control characters that text may hold; PostgreSQL cannot store NUL at all. */
const OTHER_CONTROL_CHARACTER = /(?![\t\n\r])\p{Cc}/u

/** How many characters a person would be told it has: Unicode code points, as PostgreSQL's char_length counts. */
export function countCharacters(text: string): number {
  return Array.from(text).length
}

/**
 * Checks text before it is stored, and gives it in the form stored: NFC, with line feeds for line ends.
 * Nothing else is changed and nothing is cut: markup, formulas, emoji and right-to-left text pass as they are.
 * `limit` is in code points. Refused: longer text, lone surrogates, and control characters but tab and line ends.
 */
export function checkFreeText(text: string, limit: number = FREE_TEXT_LIMIT): Parsed<string, FreeTextFault> {
  if (!text.isWellFormed() || OTHER_CONTROL_CHARACTER.test(text)) return refused('character_not_allowed')
  const stored = text.replace(/\r\n?/g, '\n').normalize('NFC')
  return stored.length > limit && countCharacters(stored) > limit ? refused('too_long') : read(stored)
}

/** The message for text that was refused. `subject` is the field's name as it starts a sentence: 'What matters'. */
export function freeTextFaultWords(
  fault: FreeTextFault,
  subject: string,
  limit: number = FREE_TEXT_LIMIT,
): string {
  if (fault === 'too_long') return `${subject} must be ${limit.toLocaleString('en-GB')} characters or fewer`
  return `${subject} has a character that cannot be stored. Type it again instead of pasting it`
}
