import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { millionthsOf, parseQuantity } from '@/lib/results/quantity'

describe('a number as the laboratory wrote it', () => {
  it.each([
    ['0.2', null, 200_000],
    ['.2', null, 200_000],
    ['12', null, 12_000_000],
    ['007', null, 7_000_000],
    ['0.200', null, 200_000],
    ['<0.01', '<', 10_000],
    ['< 0.01', '<', 10_000],
    ['≤5', '<=', 5_000_000],
    ['<=5', '<=', 5_000_000],
    ['>1000', '>', 1_000_000_000],
    ['≥ 1000', '>=', 1_000_000_000],
    ['999999999.999999', null, 999_999_999_999_999],
    ['0', null, 0],
  ])('%s is read', (text, comparator, millionths) => {
    expect(parseQuantity(` ${text} `)).toEqual({ ok: true, value: { comparator, millionths, written: text } })
  })

  it.each([
    ['', 'missing'],
    [' ', 'missing'],
    ['.', 'not_a_number'],
    ['<', 'not_a_number'],
    ['1,5', 'not_a_number'],
    ['1,000', 'not_a_number'],
    ['1e3', 'not_a_number'],
    ['0x10', 'not_a_number'],
    ['1.', 'not_a_number'],
    ['<<1', 'not_a_number'],
    ['= 1', 'not_a_number'],
    ['~0.1', 'not_a_number'],
    ['1 2', 'not_a_number'],
    ['NaN', 'not_a_number'],
    ['Infinity', 'not_a_number'],
    ['see comment', 'not_a_number'],
    ['-0.1', 'negative'],
    ['0.1234567', 'too_precise'],
    ['1000000000', 'too_large'],
  ])('%j is refused as %s', (text, fault) => {
    expect(parseQuantity(text)).toEqual({ ok: false, fault })
  })

  it('is exact for every number of six decimals', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), fc.nat({ max: 999_999 }), (whole, part) => {
        const text = `${whole}.${String(part).padStart(6, '0')}`
        const parsed = parseQuantity(text)
        expect(parsed.ok && BigInt(parsed.value.millionths)).toBe(BigInt(whole) * 1_000_000n + BigInt(part))
      }),
    )
  })
})

describe('a number of a rule', () => {
  it.each([
    [0.2, 200_000],
    [2, 2_000_000],
    [0, 0],
  ])('%d is held exactly', (value, millionths) => {
    expect(millionthsOf(value)).toBe(millionths)
  })

  it.each([0.1234567, -1, 1e12, Number.NaN, Number.POSITIVE_INFINITY])('%d cannot be', (value) => {
    expect(millionthsOf(value)).toBeNull()
  })
})
