import { read, refused, type Parsed } from '@/lib/nhs/parsed'

const PUNCTUATION = /[\s().\p{Dash_Punctuation}]/gu
const UNITED_KINGDOM_PREFIX = /^(?:\+44|0044)0?/
const UNITED_KINGDOM_NUMBER = /^0[1-9]\d{8,9}$/
/** E.164: a plus, a country code and up to 15 digits in all. */
const INTERNATIONAL_NUMBER = /^\+[1-9]\d{6,14}$/

/**
 * Reads a telephone number however it is spaced. One of the United Kingdom is given as `07700 900160`, even when it was
 * written with +44; one of another country as `+33612345678`. That anybody answers it is not checked.
 */
export function parseTelephone(text: string): Parsed<string, 'missing' | 'not_a_telephone_number'> {
  const compact = text.replace(/\(0\)/g, '').replace(PUNCTUATION, '')
  if (compact === '') return refused('missing')
  const number = compact.replace(UNITED_KINGDOM_PREFIX, '0').replace(/^00/, '+')
  if (UNITED_KINGDOM_NUMBER.test(number)) return read(`${number.slice(0, 5)} ${number.slice(5)}`)
  return INTERNATIONAL_NUMBER.test(number) ? read(number) : refused('not_a_telephone_number')
}

/** Whether a number as `parseTelephone` gives it can be a mobile: 07 but not 070 or 076 (Ofcom numbering plan), or abroad. */
export function canBeMobile(telephone: string): boolean {
  return telephone.startsWith('+') || /^07(?:[1-57-9]|624)/.test(telephone)
}
