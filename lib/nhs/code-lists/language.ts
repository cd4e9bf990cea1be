import { codeList } from '@/lib/nhs/code-lists/code-list'

/** ISO 639 has a code for British Sign Language (bfi), but hospital systems export it as BSL. */
const BRITISH_SIGN_LANGUAGE = 'BSL'

/**
 * Languages offered first: ISO 639-1 codes of those spoken by most people in England (census 2021, from general
 * knowledge), and British Sign Language. A record may hold any other ISO 639 code; see `parseLanguage`.
 */
export const COMMON_LANGUAGES = codeList([
  ['en', 'English'],
  [BRITISH_SIGN_LANGUAGE, 'British Sign Language'],
  ['sq', 'Albanian'],
  ['ar', 'Arabic'],
  ['bn', 'Bengali'],
  ['bg', 'Bulgarian'],
  ['zh', 'Chinese'],
  ['fr', 'French'],
  ['el', 'Greek'],
  ['gu', 'Gujarati'],
  ['hu', 'Hungarian'],
  ['it', 'Italian'],
  ['ku', 'Kurdish'],
  ['lt', 'Lithuanian'],
  ['fa', 'Persian'],
  ['pl', 'Polish'],
  ['pt', 'Portuguese'],
  ['pa', 'Punjabi'],
  ['ro', 'Romanian'],
  ['ru', 'Russian'],
  ['so', 'Somali'],
  ['es', 'Spanish'],
  ['ta', 'Tamil'],
  ['tr', 'Turkish'],
  ['uk', 'Ukrainian'],
  ['ur', 'Urdu'],
  ['vi', 'Vietnamese'],
  ['cy', 'Welsh'],
])

const LANGUAGE_NAMES = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'none' })

/** The English name of a language's code; `Not recorded` for null, and a code that nobody knows as it is. */
export function languageLabel(code: string | null | undefined): string {
  if (code == null || COMMON_LANGUAGES.has(code)) return COMMON_LANGUAGES.label(code)
  return nameOf(code) ?? code
}

/** Reads a language's code (ISO 639, two or three letters, any case, or BSL) or English name; null when it is neither. */
export function parseLanguage(text: string): string | null {
  const wanted = text.trim().toLowerCase()
  if (wanted === BRITISH_SIGN_LANGUAGE.toLowerCase() || wanted === 'bfi') return BRITISH_SIGN_LANGUAGE
  if (COMMON_LANGUAGES.has(wanted) || nameOf(wanted) !== undefined) return wanted
  return COMMON_LANGUAGES.codes.find((code) => COMMON_LANGUAGES.label(code).toLowerCase() === wanted) ?? null
}

function nameOf(code: string): string | undefined {
  return /^[a-z]{2,3}$/.test(code) ? LANGUAGE_NAMES.of(code) : undefined
}
