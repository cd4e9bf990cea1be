import { read, refused, type Parsed } from '@/lib/nhs/parsed'

/**
 * A general practice's code by the NHS Data Dictionary (ORGANISATION CODE): one letter and five digits; `W` is Wales
 * and new English practices start with `Y`. `Z` is not given to any practice, so fictitious ones use it.
 */
const PRACTICE = /^[A-HJ-NPWYZ]\d{5}$/

/** A practice held in abeyance: `G78` and five digits. */
const PRACTICE_IN_ABEYANCE = /^G78\d{5}$/

/** V81997 no registered practice, V81998 not applicable, V81999 not known: well formed, but nobody's code. */
const NO_PRACTICE = /^V8199[789]$/

/**
 * Reads the code of a general practice, in upper case. That it is well formed does not say that such a practice exists.
 * `missing` is blank; `malformed` is anything that cannot be a practice's code.
 */
export function parsePracticeCode(text: string): Parsed<string, 'missing' | 'malformed'> {
  const code = text.trim().toUpperCase()
  if (code === '') return refused('missing')
  const wellFormed = [PRACTICE, PRACTICE_IN_ABEYANCE, NO_PRACTICE].some((shape) => shape.test(code))
  return wellFormed ? read(code) : refused('malformed')
}
