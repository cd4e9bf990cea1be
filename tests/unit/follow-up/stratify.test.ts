import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ReferenceDataError } from '@/lib/platform/reference-data'
import { parseStratificationCriteria } from '@/lib/follow-up/stratification-criteria'
import { checkStratification, criteriaFor, type Stratification } from '@/lib/follow-up/stratify'

const text = readFileSync('prisma/reference/stratification/2026-11.yaml', 'utf8')
const reference = parseStratificationCriteria(text)
const TODAY = '2026-03-10'

/** A man after surgery for prostate cancer for whom all is done and nothing speaks against remote monitoring. */
function decision(more: Partial<Stratification> = {}): Stratification {
  return {
    stream: 'supported_self_management',
    diagnosisCode: 'C61',
    prerequisites: Object.fromEntries(reference.prerequisites.map(({ code }) => [code, { doneOn: TODAY }])),
    criteria: Object.fromEntries(criteriaFor(reference, 'C61').map(({ code }) => [code, { holds: false }])),
    wish: 'Wants to be rung, not to travel',
    isDigital: false,
    reasons: 'Stable since surgery',
    ...more,
  }
}

const check = (more: Partial<Stratification>) => checkStratification(decision(more), reference, TODAY)

describe('a stratification decision', () => {
  it('with everything done can be recorded, also for somebody without the internet', () => {
    expect(check({})).toMatchObject({ isComplete: true, missing: [], waived: [] })
  })

  it('lists every prerequisite that is missing', () => {
    expect(check({ prerequisites: {} }).missing.map(({ code }) => code)).toEqual([
      'end_of_treatment_consultation',
      'assessment_and_plan_offered',
      'summary_sent',
      'information_given',
      'way_back_explained',
      'person_agrees',
    ])
    expect(check({ prerequisites: {} }).isComplete).toBe(false)
    expect(check({ stream: 'clinician_led', prerequisites: {} })).toMatchObject({
      missing: [],
      isComplete: true,
    })
  })

  it.each([
    ['waived without a reason', { waivedBecause: ' ' }],
    ['done tomorrow', { doneOn: '2026-03-11' }],
  ])('does not take one that is %s', (_what, given) => {
    const prerequisites = { ...decision().prerequisites, summary_sent: given }
    expect(check({ prerequisites }).missing.map(({ code }) => code)).toEqual(['summary_sent'])
  })

  it('takes one that is waived with a reason, and shows it', () => {
    const prerequisites = { ...decision().prerequisites, summary_sent: { waivedBecause: 'No practice' } }
    const checked = check({ prerequisites })
    expect(checked.isComplete).toBe(true)
    expect(checked.waived.map(({ prerequisite, because }) => [prerequisite.code, because])).toEqual([
      ['summary_sent', 'No practice'],
    ])
  })

  it('names what speaks against the stream, unless somebody says why it stands', () => {
    const holds = (more: object) => ({
      ...decision().criteria,
      prostate_psa_unstable: { holds: true, ...more },
    })
    expect(check({ criteria: holds({}) }).against.map(({ code }) => code)).toEqual(['prostate_psa_unstable'])
    expect(check({ criteria: holds({ choiceStandsBecause: '' }) }).isComplete).toBe(false)
    const stands = check({ criteria: holds({ choiceStandsBecause: 'Rise after infection, settled' }) })
    expect(stands.isComplete).toBe(true)
    expect(stands.overruled.map(({ because }) => because)).toEqual(['Rise after infection, settled'])
    expect(check({ stream: 'nurse_led', criteria: holds({}) }).against).toEqual([])
  })

  it('needs an answer to each criterion, the wish of the person and the reasons', () => {
    expect(check({ criteria: {} }).unanswered).toHaveLength(criteriaFor(reference, 'C61').length)
    expect(check({ wish: ' ', reasons: '' })).toMatchObject({ lacks: ['wish', 'reasons'], isComplete: false })
  })
})

describe('the criteria', () => {
  it.each([
    ['C61', 'prostate_psa_unstable', true],
    ['C62.9', 'prostate_psa_unstable', false],
    ['C18.7', 'colorectal_hereditary', true],
    ['C18.7', 'colorectal_watch_and_wait', false],
    ['C20', 'colorectal_watch_and_wait', true],
    ['C73', 'metastatic', true],
  ])('for %s hold %s: %s', (diagnosisCode, code, isThere) => {
    expect(criteriaFor(reference, diagnosisCode).some((one) => one.code === code)).toBe(isThere)
  })

  it.each([
    [
      'a code twice',
      'code: summary_sent',
      'code: information_given',
      /^line \d+: prerequisites 4 \(information_given\) code: is used twice/,
    ],
    [
      'a site of another group',
      'sites: [C73]',
      'sites: [C50]',
      /^line \d+: criteria \d+ \(thyroid_not_low_risk\) of sites: must be of the tumour group/,
    ],
    [
      'an unknown stream',
      'rulesOut: [discharge]\n    source: scotland',
      'rulesOut: [telepathy]\n    source: scotland',
      /^line \d+: criteria \d+ \(melanoma_above_ia\) rulesOut 1/,
    ],
    [
      'a source that is not listed',
      '    source: bgcs-2020',
      '    source: bgcs-2021',
      /"bgcs-2021" is none of the sources/,
    ],
  ])('with %s are refused by line', (_what, line, instead, problem) => {
    expect(text).toContain(line)
    let problems: readonly string[] = []
    try {
      parseStratificationCriteria(text.replace(line, instead))
    } catch (error) {
      if (!(error instanceof ReferenceDataError)) throw error
      problems = error.problems
    }
    expect(problems[0]).toMatch(problem)
  })
})
