import { read, refused, type Parsed } from '@/lib/nhs/parsed'

declare const nhsNumberBrand: unique symbol

/** Ten digits with a valid check digit, no spaces. */
export type NhsNumber = string & { readonly [nhsNumberBrand]: true }

export type NhsNumberFault =
  | 'missing'
  | 'national_insurance_number'
  | 'letters'
  | 'too_short'
  | 'too_long'
  | 'same_digit'
  | 'check_digit'

/** What to tell the person who typed it. */
export const NHS_NUMBER_FAULT_WORDS: Readonly<Record<NhsNumberFault, string>> = {
  missing: 'Enter an NHS number',
  national_insurance_number: 'Enter an NHS number. This looks like a National Insurance number',
  letters: 'NHS number must only include numbers, like 999 123 4567',
  too_short: 'NHS number is too short. It must be 10 digits',
  too_long: 'NHS number is too long. It must be 10 digits',
  same_digit: 'NHS number must not be the same digit 10 times',
  check_digit: 'NHS number has a mistake in it. Check each digit',
}

const NHS_NUMBER_LENGTH = 10
const SEPARATORS = /[\s\p{Dash_Punctuation}\u2212]/gu
const NATIONAL_INSURANCE_SHAPE = /^[A-Z]{2}\d{6}[A-Z]?$/i

/**
 * Reads an NHS number as people type it: spaces, dashes and surrounding blanks do not count.
 * Only the first fault found is named, in the order of `NhsNumberFault`; `letters` is anything but a digit 0 to 9.
 */
export function parseNhsNumber(text: string): Parsed<NhsNumber, NhsNumberFault> {
  const digits = text.replace(SEPARATORS, '')
  const fault = findFault(digits)
  return fault ? refused(fault) : read(digits as NhsNumber)
}

function findFault(digits: string): NhsNumberFault | null {
  if (digits === '') return 'missing'
  if (NATIONAL_INSURANCE_SHAPE.test(digits)) return 'national_insurance_number'
  if (!/^[0-9]+$/.test(digits)) return 'letters'
  if (digits.length < NHS_NUMBER_LENGTH) return 'too_short'
  if (digits.length > NHS_NUMBER_LENGTH) return 'too_long'
  if (/^(\d)\1+$/.test(digits)) return 'same_digit'
  return hasValidCheckDigit(digits) ? null : 'check_digit'
}

/**
 * NHS Data Dictionary, NHS NUMBER: weights 10 down to 2 over the first nine digits, modulus 11;
 * the check digit is 11 less the remainder, where 11 counts as 0 and 10 means that no such number exists.
 */
function hasValidCheckDigit(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < 9; place++) sum += Number(digits[place]) * (10 - place)
  const check = 11 - (sum % 11)
  return (check === 11 ? 0 : check) === Number(digits[9])
}

/** `999 000 0018`: groups of 3, 3 and 4, as every screen and letter shows it. */
export function formatNhsNumber(nhsNumber: string): string {
  return `${nhsNumber.slice(0, 3)} ${nhsNumber.slice(3, 6)} ${nhsNumber.slice(6)}`
}
