import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDiagnosisCode } from '@/lib/nhs/diagnosis-code'
import { TUMOUR_GROUP_LABELS, tumourGroupOf } from '@/lib/nhs/tumour-group'

/** Every category that is taken, counted out. */
function categories(): Set<string> {
  const numbered = (letter: string, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => `${letter}${String(from + index).padStart(2, '0')}`)
  return new Set([...numbered('C', 0, 97), ...numbered('D', 0, 9), ...numbered('D', 37, 48)])
}

describe('an ICD-10 code', () => {
  it('is taken for exactly the cancers, with or without dot, fourth character, case and final X', () => {
    const known = categories()
    for (const letter of 'ABCDEZ') {
      for (let number = 0; number < 100; number++) {
        const category = `${letter}${String(number).padStart(2, '0')}`
        const expected = known.has(category)
        for (const [typed, code] of [
          [category, category],
          [`${category}X`, category],
          [`${category}.X`, category],
          [`${category}9`, `${category}.9`],
          [`${category}.9x`.toLowerCase(), `${category}.9`],
        ] as const) {
          expect(parseDiagnosisCode(typed)).toEqual(
            expected ? { ok: true, value: code } : { ok: false, fault: 'not_a_cancer_code' },
          )
        }
      }
    }
  })

  it.each([
    'X99',
    '50.9',
    'C5O.9',
    'J45.9',
    'C50.99',
    'C50..9',
    'C5',
    'C50 9',
    'C50.9XX',
    'CC50',
    'C50.'.repeat(9),
  ])('%j is not taken', (typed) => {
    expect(parseDiagnosisCode(typed)).toEqual({ ok: false, fault: 'not_a_cancer_code' })
  })

  it('is read again as it is given', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[cCdD]\d\d\.?\d?[xX]?$/), (typed) => {
        const parsed = parseDiagnosisCode(typed)
        fc.pre(parsed.ok)
        if (parsed.ok) expect(parseDiagnosisCode(parsed.value)).toEqual(parsed)
      }),
    )
  })

  it('is missing when blank', () => {
    expect(parseDiagnosisCode('  ')).toEqual({ ok: false, fault: 'missing' })
  })
})

describe('the tumour group of a code', () => {
  it.each([
    ['C00', 'head_and_neck'],
    ['C10.9', 'head_and_neck'],
    ['C14.8', 'head_and_neck'],
    ['C15', 'upper_gastrointestinal'],
    ['C18.7', 'colorectal'],
    ['C20', 'colorectal'],
    ['C21.0', 'colorectal'],
    ['C22.0', 'upper_gastrointestinal'],
    ['C25.9', 'upper_gastrointestinal'],
    ['C26.9', 'other'],
    ['C32.0', 'head_and_neck'],
    ['C34.1', 'lung'],
    ['C45.0', 'lung'],
    ['C48.2', 'bone_and_soft_tissue'],
    ['C43.5', 'skin'],
    ['D03.9', 'skin'],
    ['C50.9', 'breast'],
    ['D05.1', 'breast'],
    ['C56', 'gynaecology'],
    ['C61', 'urology'],
    ['C67.9', 'urology'],
    ['C69.3', 'other'],
    ['C71.9', 'brain'],
    ['C73', 'endocrine'],
    ['C75.0', 'endocrine'],
    ['C75.1', 'brain'],
    ['C75.3', 'brain'],
    ['C75.4', 'endocrine'],
    ['C80', 'unknown_primary'],
    ['C81.9', 'haematology'],
    ['D45', 'haematology'],
    ['D43.2', 'brain'],
    ['D41.4', 'other'],
  ])('%s is %s', (code, group) => {
    expect(tumourGroupOf(code)).toBe(group)
  })

  it('is one of the groups for every code that is taken', () => {
    for (const category of categories()) {
      for (const code of [category, `${category}.2`]) {
        expect(Object.keys(TUMOUR_GROUP_LABELS)).toContain(tumourGroupOf(code))
      }
    }
  })
})
