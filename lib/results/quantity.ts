import { read, refused, type Parsed } from '@/lib/nhs/parsed'

/** What stands before a number when the laboratory gives a limit instead of a value. */
type Comparator = '<' | '<=' | '>' | '>='

/**
 * A number as the laboratory gave it. `millionths` is exact: 0.2 is 200,000, so that sums of decimals have no error.
 * "<0.01" is the comparator < and 10,000; it stands for everything below and is never taken for 0.01.
 */
export type Quantity = { comparator: Comparator | null; millionths: number; written: string }

export type QuantityFault = 'missing' | 'not_a_number' | 'negative' | 'too_precise' | 'too_large'

export const MILLION = 1_000_000
const DECIMALS = 6
/** Nine digits before the point and six after it are whole numbers that JavaScript holds exactly. */
const DIGITS = 9

const SHAPE = /^(?<comparator><=|>=|<|>|≤|≥)?\s*(?<minus>-)?(?<whole>\d*)(?:\.(?<part>\d+))?$/
const COMPARATORS: Record<string, Comparator> = {
  '<': '<',
  '<=': '<=',
  '≤': '<=',
  '>': '>',
  '>=': '>=',
  '≥': '>=',
}

/** Reads `0.2`, `.2`, `<0.01`, `≤ 5`. A comma, an exponent or a word is `not_a_number`: "1,5" could be either of two. */
export function parseQuantity(text: string): Parsed<Quantity, QuantityFault> {
  const written = text.trim()
  if (written === '') return refused('missing')
  const { comparator, minus, whole = '', part = '' } = SHAPE.exec(written)?.groups ?? {}
  if (whole === '' && part === '') return refused('not_a_number')
  if (minus) return refused('negative')
  const decimals = part.replace(/0+$/, '')
  if (decimals.length > DECIMALS) return refused('too_precise')
  const units = whole.replace(/^0+(?=\d)/, '')
  if (units.length > DIGITS) return refused('too_large')
  const millionths = Number(units) * MILLION + Number(decimals.padEnd(DECIMALS, '0'))
  return read({ comparator: comparatorOf(comparator), millionths, written })
}

function comparatorOf(sign: string | undefined): Comparator | null {
  return sign === undefined ? null : (COMPARATORS[sign] ?? null)
}

/** The number in millionths, or null when it has more than six decimals, is negative or too large. */
export function millionthsOf(value: number): number | null {
  const parsed = Number.isFinite(value) ? parseQuantity(value.toFixed(DECIMALS)) : refused('not_a_number')
  return parsed.ok && parsed.value.millionths / MILLION === value ? parsed.value.millionths : null
}

/** `0.2`: the shortest way to write so many millionths. */
export function writtenNumber(millionths: number): string {
  return String(millionths / MILLION)
}
