import { read, refused, type Parsed } from '@/lib/nhs/parsed'

export type TnmLetter = 'T' | 'N' | 'M'

/** One category of TNM: `ypT2a` is T, 2a, pathological, after treatment. */
export type TnmCategory = {
  /** y: after treatment that came first; r: of a recurrence. */
  prefix: 'y' | 'r' | ''
  basis: 'c' | 'p'
  letter: TnmLetter
  /** `2a`, `is`, `X`. */
  value: string
}

const SHAPE = /^([yr]?)([cp]?)([tnm]?)([0-4][a-z0-9]{0,2}|is|a|x)$/i

/** Reads `pT2a` however its case, spaces and brackets are. Without c or p it does not say how it was found. */
export function parseTnmCategory(
  letter: TnmLetter,
  typed: string,
): Parsed<string, 'missing' | 'no_basis' | 'not_a_category'> {
  const text = typed.replace(/[\s()]/g, '')
  if (text === '') return refused('missing')
  const [, prefix = '', basis = '', named = '', value = ''] = SHAPE.exec(text) ?? []
  if (value === '' || (named !== '' && named.toUpperCase() !== letter)) return refused('not_a_category')
  if (basis === '') return refused('no_basis')
  const said = value.toLowerCase() === 'x' ? 'X' : value.toLowerCase()
  return read(`${prefix.toLowerCase()}${basis.toLowerCase()}${letter}${said}`)
}

/** The parts of a category as `parseTnmCategory` gives it. Throws RangeError for anything else. */
export function tnmCategoryOf(stored: string): TnmCategory {
  const found = /^([yr]?)([cp])([TNM])(.+)$/.exec(stored)
  if (!found) throw new RangeError('Not a TNM category')
  const [, prefix, basis, letter, value] = found as unknown as [
    string,
    TnmCategory['prefix'],
    TnmCategory['basis'],
    TnmLetter,
    string,
  ]
  return { prefix, basis, letter, value }
}
