import { ETHNIC_CATEGORIES, type EthnicCategory } from '@/lib/nhs/code-lists/ethnic-category'
import { LATERALITIES, type Laterality } from '@/lib/nhs/code-lists/laterality'
import { SEXES, type Sex } from '@/lib/nhs/code-lists/sex'

const SEX_WORDS: Readonly<Record<string, Sex>> = { F: '2', FEMALE: '2', M: '1', MALE: '1' }

/** A national sex code, or the words and letters hospital systems write in its place; null when it is neither. */
export function readSex(text: string): Sex | null {
  const code = text.toUpperCase()
  return SEXES.has(code) ? code : (SEX_WORDS[code] ?? null)
}

/** A national ethnic category; its first character is national and a second one local, save for 99. */
export function readEthnicCategory(text: string): EthnicCategory | null {
  const code = /^[A-Z][A-Z0-9]?$/i.test(text) ? text.charAt(0).toUpperCase() : text
  return ETHNIC_CATEGORIES.has(code) ? code : null
}

export function readLaterality(text: string): Laterality | null {
  const code = text.toUpperCase()
  return LATERALITIES.has(code) ? code : null
}

/** Yes and no as hospital systems write them; null when it is neither. */
export function readYesOrNo(text: string): boolean | null {
  if (/^y(es)?$/i.test(text)) return true
  return /^no?$/i.test(text) ? false : null
}
