import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNhsNumber, NHS_NUMBER_FAULT_WORDS, parseNhsNumber } from '@/lib/nhs/nhs-number'

/** The check digit as the tenth weight, 1: the whole sum is divisible by 11, and at most one digit makes it so. */
function checkDigitOf(nine: string): string | undefined {
  const sumOf = (digits: string) =>
    [...digits].reduce(
      (sum, digit, index) => sum + Number(digit) * [10, 9, 8, 7, 6, 5, 4, 3, 2, 1][index]!,
      0,
    )
  return [...'0123456789'].find((check) => sumOf(nine + check) % 11 === 0)
}

const nineDigits = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
  .map((digits) => digits.join(''))
  .filter((nine) => new Set(nine).size > 1)

describe('an NHS number', () => {
  it('is taken with its one check digit and with no other', () => {
    fc.assert(
      fc.property(nineDigits, fc.integer({ min: 0, max: 9 }), (nine, last) => {
        const accepted = parseNhsNumber(`${nine}${last}`).ok
        expect(accepted).toBe(checkDigitOf(nine) === String(last))
      }),
      { numRuns: 5000 },
    )
  })

  it('is never valid where the check digit would be 10', () => {
    const nine = '999000000'
    expect(checkDigitOf(nine)).toBeUndefined()
    for (const last of '0123456789') expect(parseNhsNumber(nine + last).ok).toBe(false)
  })

  it('is read whatever spaces and dashes stand in it, and shown in groups of 3, 3 and 4', () => {
    const separator = fc.constantFrom('', ' ', '-', '–', '\u00a0', '\t')
    fc.assert(
      fc.property(nineDigits, fc.array(separator, { minLength: 11, maxLength: 11 }), (nine, separators) => {
        const check = checkDigitOf(nine)
        fc.pre(check !== undefined)
        const number = `${nine}${check}`
        const typed = separators.map((between, index) => between + (number[index] ?? '')).join('')
        expect(parseNhsNumber(typed)).toEqual({ ok: true, value: number })
        expect(parseNhsNumber(formatNhsNumber(number))).toEqual({ ok: true, value: number })
        expect(formatNhsNumber(number)).toMatch(/^\d{3} \d{3} \d{4}$/)
      }),
    )
  })

  it.each([
    ['', 'missing'],
    [' - ', 'missing'],
    ['QQ123456C', 'national_insurance_number'],
    ['qq 12 34 56 c', 'national_insurance_number'],
    ['9993O82262', 'letters'],
    ['999_000_0018', 'letters'],
    ['٩٩٩٠٠٠٠٠١٨', 'letters'],
    ['999 000 001', 'too_short'],
    ['999 000 00180', 'too_long'],
    ['0000000000', 'same_digit'],
    ['1111111111', 'same_digit'],
    ['999 123 4567', 'check_digit'],
  ] as const)('%j is refused as %s', (typed, fault) => {
    expect(parseNhsNumber(typed)).toEqual({ ok: false, fault })
    expect(NHS_NUMBER_FAULT_WORDS[fault]).toMatch(/NHS number/)
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => typeof parseNhsNumber(typed).ok === 'boolean'),
    )
  })
})
