import { describe, expect, it } from 'vitest'
import { parseTnmCategory, tnmCategoryOf } from '@/lib/nhs/tnm-category'

describe('a category of TNM', () => {
  it.each([
    ['T', 'pT2', 'pT2'],
    ['T', 'YPT1A', 'ypT1a'],
    ['T', 'rcTis', 'rcTis'],
    ['N', 'p N1 (mi)', 'pN1mi'],
    ['M', 'c0', 'cM0'],
    ['N', 'cnx', 'cNX'],
  ] as const)('%s, written %s', (letter, typed, stored) => {
    expect(parseTnmCategory(letter, typed)).toEqual({ ok: true, value: stored })
    expect(tnmCategoryOf(stored).letter).toBe(letter)
  })

  it.each([
    ['T', '  ', 'missing'],
    ['T', 'T2', 'no_basis'],
    ['T', '2', 'no_basis'],
    ['T', 'pN2', 'not_a_category'],
    ['M', 'cM9', 'not_a_category'],
    ['T', 'pT2; drop table', 'not_a_category'],
  ] as const)('%s is not %s', (letter, typed, fault) => {
    expect(parseTnmCategory(letter, typed)).toEqual({ ok: false, fault })
  })

  it('has its parts', () => {
    expect(tnmCategoryOf('ypT2a')).toEqual({ prefix: 'y', basis: 'p', letter: 'T', value: '2a' })
    expect(() => tnmCategoryOf('T2')).toThrow(RangeError)
  })
})
