import { describe, expect, it } from 'vitest'
import { parsePracticeCode } from '@/lib/nhs/ods-code'

describe("a practice's ODS code", () => {
  it.each([
    ['Y00001', 'Y00001'],
    [' z90001 ', 'Z90001'],
    ['A81001', 'A81001'],
    ['W95005', 'W95005'],
    ['G7817414', 'G7817414'],
    ['V81999', 'V81999'],
  ])('%j is well formed', (typed, code) => {
    expect(parsePracticeCode(typed)).toEqual({ ok: true, value: code })
  })

  it.each([
    '81001',
    'GP SURGERY',
    'I81001',
    'O81001',
    'Q81001',
    'Y0001',
    'Y000011',
    'YY0001',
    'V81001',
    'RH8',
  ])('%j is malformed', (typed) => {
    expect(parsePracticeCode(typed)).toEqual({ ok: false, fault: 'malformed' })
  })

  it.each(['', '  '])('%j is missing', (typed) => {
    expect(parsePracticeCode(typed)).toEqual({ ok: false, fault: 'missing' })
  })
})
