import { countCharacters } from '@/lib/nhs/free-text'
import { foldName } from '@/lib/nhs/person-name'
import { COMMON_PASSWORD_STEMS, KEY_RUNS } from './common-passwords'

/** In characters. No rule on what kinds of character: length is what helps (OWASP ASVS 5.0, 6.2.1, 6.2.5, 6.2.9). */
export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128

/** Fewer letters than this, beside one's own name, are no secret. */
const FEWEST_LETTERS_OF_ONES_OWN = 6
const FEWEST_DIFFERENT_CHARACTERS = 5

export type PasswordFault = 'too_short' | 'too_long' | 'common' | 'personal'

/** Whose password it is to be. */
export type PasswordOwner = { email: string; givenName: string; familyName: string }

/** The form in which a password is hashed, so that every keyboard gives the same one (NIST SP 800-63B, 5.1.1.2). */
export function normalisedPassword(typed: string): string {
  return typed.normalize('NFKC')
}

/** Why this cannot be the person's password, or null. */
export function passwordFault(typed: string, owner: PasswordOwner): PasswordFault | null {
  const password = normalisedPassword(typed)
  const length = countCharacters(password)
  if (length < SHORTEST_PASSWORD) return 'too_short'
  if (length > LONGEST_PASSWORD) return 'too_long'
  if (isCommon(password.toLowerCase())) return 'common'
  return isAboutOwner(foldName(password), owner) ? 'personal' : null
}

/** The message for a password that was refused. */
export function passwordFaultWords(fault: PasswordFault): string {
  if (fault === 'too_short') return `Password must be ${SHORTEST_PASSWORD} characters or more`
  if (fault === 'too_long') return `Password must be ${LONGEST_PASSWORD} characters or fewer`
  if (fault === 'common') return 'Choose a password that is harder to guess, such as three words of your own'
  return 'Choose a password that is not made of your name or email address'
}

function isCommon(password: string): boolean {
  if (new Set(password).size < FEWEST_DIFFERENT_CHARACTERS) return true
  const unit = /^(.+?)\1+$/u.exec(password)?.[1] ?? password
  return isRun(unit) || COMMON_PASSWORD_STEMS.has(stemOf(unit)) || COMMON_PASSWORD_STEMS.has(stemOf(password))
}

/** A stretch of the alphabet, of the digits or of the keyboard, forwards or backwards. */
function isRun(text: string): boolean {
  const backwards = Array.from(text).reverse().join('')
  return KEY_RUNS.some((run) => run.includes(text) || run.includes(backwards))
}

/** What is left of `P@ssw0rd2026!`: the word that people start from. */
function stemOf(password: string): string {
  const word = password.replace(/^[\d\W_]+|[\d\W_]+$/gu, '')
  return word.replace(/[@013$57]/g, (sign) => LOOKALIKES[sign] ?? sign).replace(/[\d\W_]/gu, '')
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  '@': 'a',
  0: 'o',
  1: 'l',
  3: 'e',
  $: 's',
  5: 's',
  7: 't',
}

function isAboutOwner(password: string, { email, givenName, familyName }: PasswordOwner): boolean {
  const [local = ''] = email.split('@')
  const words = [foldName(email), ...local.split(/[^\p{Letter}]+/u), givenName, familyName]
    .map(foldName)
    .filter((word) => word.length > 2)
    .sort((one, other) => other.length - one.length)
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), password)
  return rest !== password && rest.replace(/\P{Letter}/gu, '').length < FEWEST_LETTERS_OF_ONES_OWN
}
