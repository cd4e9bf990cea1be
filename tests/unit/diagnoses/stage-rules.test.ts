import { describe, expect, it } from 'vitest'
import type { Staging } from '@/lib/diagnoses/diagnosis'
import { stageFaults, stagingSchemeOf } from '@/lib/diagnoses/stage-rules'
import { STAGING_SCHEMES } from '@/lib/diagnoses/staging-reference'
import { TUMOUR_GRADES } from '@/lib/nhs/code-lists/tumour-grade'
import { parseTnmCategory } from '@/lib/nhs/tnm-category'

const UNSTAGED: Staging = {
  grade: null,
  tCategory: null,
  nCategory: null,
  mCategory: null,
  tnmEdition: null,
  stageGroup: null,
}
const faultsOf = (icd10Code: string, staging: Partial<Staging>) =>
  stageFaults({ ...UNSTAGED, tnmEdition: '8', ...staging, icd10Code })

describe('a stage that there is for the site', () => {
  it.each<[string, Partial<Staging>]>([
    ['C50.9', { tCategory: 'pT1c', nCategory: 'pN1mi', mCategory: 'cM0', stageGroup: 'IB', grade: 'G2' }],
    ['C61', { tCategory: 'cT3a', nCategory: 'cN0', mCategory: 'cM1b', stageGroup: 'IV', grade: 'GG5' }],
    ['C18.7', { tCategory: 'ypT4b', nCategory: 'pN2a', mCategory: 'cM1c', stageGroup: 'IVC', grade: 'G3' }],
    ['C34.1', { tCategory: 'cT1mi', stageGroup: 'IA2' }],
    ['C53.9', { tCategory: 'pT1b3', stageGroup: 'IIIC1', grade: 'G2' }],
    ['C56', { stageGroup: 'IC3' }],
    ['C43.5', { tCategory: 'pT4b', nCategory: 'cN2c', mCategory: 'cM1d', stageGroup: 'IIID' }],
    ['C67.9', { tCategory: 'pTa', stageGroup: '0a', grade: 'G3' }],
    ['C73', { tCategory: 'pT3b', stageGroup: 'II' }],
    ['C81.1', { tnmEdition: null, stageGroup: 'IIB' }],
    ['C90.0', { tnmEdition: null, stageGroup: 'II' }],
    ['C91.1', { tnmEdition: null, stageGroup: 'B' }],
    ['C71.9', { tnmEdition: null, grade: 'W4' }],
    ['D05.1', { tCategory: 'pTis', stageGroup: '0' }],
    ['C69.3', { tCategory: 'cT4e', stageGroup: 'IIIC' }],
    ['C50.9', {}],
  ])('%s %o', (code, staging) => {
    expect(faultsOf(code, staging)).toEqual([])
  })
})

describe('a stage that there is not for the site', () => {
  it.each<[string, Partial<Staging>, string, string]>([
    ['C50.9', { tCategory: 'pT5' }, 'tCategory', 'TNM 8 has no T5 for C50.9: TX, T0, Tis'],
    ['C18.7', { nCategory: 'pN3' }, 'nCategory', 'TNM 8 has no N3 for C18.7'],
    ['C50.9', { mCategory: 'cM1a' }, 'mCategory', 'TNM 8 has no M1a for C50.9: M0 or M1'],
    ['C83.3', { tCategory: 'cT2' }, 'tCategory', 'C83.3 is not staged by T. Leave it empty'],
    ['C92.0', { stageGroup: 'II' }, 'stageGroup', 'C92.0 has no stage group'],
    ['C71.9', { stageGroup: 'IV' }, 'stageGroup', 'C71.9 has no stage group'],
    ['C54.1', { stageGroup: 'IIIC3' }, 'stageGroup', 'FIGO stage of C54.1 must be one of I, IA'],
    ['C62.9', { stageGroup: 'IV' }, 'stageGroup', 'TNM stage group of C62.9 must be one of'],
    ['C50.9', { grade: 'GG2' }, 'grade', 'Grade of C50.9 must be one of G1, G2, G3 or GX'],
    ['C61', { grade: 'G2' }, 'grade', 'Grade of C61 must be one of GG1'],
    ['C43.5', { grade: 'G2' }, 'grade', 'C43.5 is not graded. Leave it empty'],
    ['D05.1', { tCategory: 'pT1' }, 'tCategory', 'TNM 8 has no T1 for D05.1: Tis'],
    ['C50.9', { tCategory: 'pT1', tnmEdition: null }, 'tnmEdition', 'Select the edition of TNM'],
  ])('%s %o is refused at its field', (code, staging, field, words) => {
    expect(faultsOf(code, staging)).toEqual([{ field, message: expect.stringContaining(words) }])
  })

  it('is taken as it is in an edition that the reference does not hold', () => {
    expect(faultsOf('C50.9', { tCategory: 'pT5', stageGroup: 'VI', tnmEdition: '9' })).toEqual([])
  })
})

describe('the staging reference', () => {
  it('writes each category so that the form can take it, and each grade as a list knows it', () => {
    for (const { t, n, m, grades } of STAGING_SCHEMES) {
      for (const [letter, values] of [
        ['T', t],
        ['N', n],
        ['M', m],
      ] as const)
        for (const value of values ?? [])
          expect(parseTnmCategory(letter, `p${letter}${value}`)).toMatchObject({
            ok: true,
            value: `p${letter}${value}`,
          })
      for (const grade of grades ?? []) expect(TUMOUR_GRADES.has(grade)).toBe(true)
    }
  })

  it('says nothing twice, and finds the narrower range first', () => {
    for (const { t, n, m, stages } of STAGING_SCHEMES)
      for (const values of [t, n, m, stages]) expect(new Set(values).size).toBe(values?.length ?? 0)
    expect(stagingSchemeOf('C91.1')?.stageName).toBe('Binet stage')
    expect(stagingSchemeOf('C91.0')?.stages).toBe(null)
    expect(stagingSchemeOf('C61')?.from).toBe('C61')
    expect(stagingSchemeOf('C80.9')?.t).toBe(null)
  })
})
