import { describe, expect, it } from 'vitest'
import { plannedTests } from '@/lib/follow-up/schedule'
import { protocolTexts, shippedProtocol } from '../reference/protocols'

/** `from` to `to` in steps. */
function every(step: number, from: number, to: number): number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, place) => from + place * step)
}

/** Of somebody born in 1950, whose anchor was 1 March 2024: months after it, and days where the plan is in weeks. */
function months(id: string, test: string, bornOn = '1950-06-01'): (number | string)[] {
  const protocol = shippedProtocol(id)
  const planned = plannedTests({
    protocol,
    anchorOn: '2024-03-01',
    startedOn: '2024-03-01',
    bornOn,
    overrides: [],
  })
  return planned
    .filter((one) => one.test === test)
    .map(({ dueOn }) => {
      const [year, month, day] = dueOn.split('-').map(Number) as [number, number, number]
      return day === 1 ? (year - 2024) * 12 + month - 3 : dueOn
    })
}

const SIX_WEEKS = '2024-04-12'

describe('the protocols that ship', () => {
  it.each([
    ['prostate-after-surgery', 'psa', [SIX_WEEKS, ...every(6, 6, 24), ...every(12, 36, 120)]],
    ['prostate-after-surgery.2026-12', 'psa', [SIX_WEEKS, ...every(6, 6, 60), ...every(12, 72, 120)]],
    ['prostate-after-radiotherapy', 'psa', [SIX_WEEKS, ...every(6, 6, 60), ...every(12, 72, 120)]],
    ['prostate-active-surveillance', 'psa', [...every(3, 3, 12), ...every(6, 18, 120)]],
    ['prostate-active-surveillance', 'digital_rectal_examination', every(12, 12, 120)],
    ['prostate-active-surveillance', 'mri_prostate', [12]],
    ['prostate-hormones-or-watchful-waiting', 'psa', every(12, 12, 120)],
    ['colorectal', 'cea', [...every(6, 6, 36), 48, 60]],
    ['colorectal', 'ct_body', [12, 30]],
    ['breast', 'mammogram', every(12, 12, 60)],
    ['thyroid', 'thyroid_bloods', [6, 12, 18, 24, 36, 48, 60]],
    ['lymphoma', 'full_blood_count', [36, 48, 60]],
    ['lymphoma', 'symptom_questionnaire', [36, 48, 60]],
    ['melanoma-stage-ia', 'clinic_review', [3, 6, 9, 12]],
    ['melanoma-stage-ib-to-iia', 'clinic_review', [...every(3, 3, 36), ...every(6, 42, 60)]],
    [
      'melanoma-stage-iib-to-iiib',
      'clinic_review',
      [...every(3, 3, 36), ...every(6, 42, 60), ...every(12, 72, 120)],
    ],
    ['melanoma-stage-iib-to-iiib', 'ct_body', [...every(6, 6, 36), 48, 60]],
    ['head-and-neck', 'clinic_review', [SIX_WEEKS, ...every(2, 2, 24), ...every(3, 27, 60)]],
    ['lung', 'clinic_review', [SIX_WEEKS, ...every(3, 3, 60)]],
    ['lung', 'ct_chest', [...every(6, 6, 24), 36, 48, 60]],
    ['germ-cell', 'germ_cell_markers', [...every(1, 1, 12), ...every(2, 14, 36), ...every(6, 42, 60)]],
  ])('%s asks for %s when its source does', (id, test, due) => {
    expect(months(id, test)).toEqual(due)
  })

  it('end colonoscopy at 75 and go on with yearly mammograms until 50', () => {
    expect(months('colorectal', 'colonoscopy', '1950-06-01')).toEqual([12, 48])
    expect(months('colorectal', 'colonoscopy', '1970-06-01')).toEqual([12, 48, 108, 168, 228])
    expect(months('breast', 'mammogram', '1984-06-01')).toEqual(every(12, 12, 120))
    expect(months('breast', 'mammogram', '1974-03-01')).toEqual(every(12, 12, 60))
  })

  it('ask for no test after early endometrial cancer', () => {
    expect(shippedProtocol('endometrial').items).toEqual([])
  })

  it.each(Object.keys(protocolTexts))('%s has the name of its file, for local clinical approval', (name) => {
    const [id, version = shippedProtocol(name).version] = name.split('.')
    expect(shippedProtocol(name)).toMatchObject({ id, version, approval: 'for local clinical approval' })
  })

  it('are each shipped once in a version', () => {
    const versions = Object.keys(protocolTexts).map((name) => {
      const { id, version } = shippedProtocol(name)
      return `${id} ${version}`
    })
    expect(new Set(versions).size).toBe(versions.length)
  })

  it.each([
    ['prostate-after-surgery', { kind: 'limit', is: 'at_or_above', value: 0.2, confidence: 'medium' }],
    ['prostate-after-radiotherapy', { kind: 'above_nadir', by: 2, confidence: 'medium' }],
    ['prostate-after-surgery', { kind: 'doubling_time', underMonths: 12, confidence: 'low' }],
    ['prostate-after-surgery', { kind: 'consecutive_rises', rises: 3, confidence: 'low' }],
    ['colorectal', { kind: 'limit', is: 'above', value: 5, confidence: 'low' }],
    ['colorectal', { kind: 'above_baseline', by: 7, confidence: 'low' }],
    ['thyroid', { kind: 'limit', is: 'below', value: 0.3, confidence: 'medium' }],
    ['thyroid', { kind: 'limit', is: 'above', value: 2, confidence: 'medium' }],
    ['breast', { kind: 'missing', daysAfterDue: 42, confidence: 'low' }],
  ])('%s has the alert of its source, as sure as that is', (id, rule) => {
    expect(shippedProtocol(id).alerts).toContainEqual(expect.objectContaining(rule))
  })
})
