import { describe, expect, it } from 'vitest'
import { ReferenceDataError } from '@/lib/platform/reference-data'
import { parseSummaryContent } from '@/lib/treatment-summaries/summary-content'
import { alertSymptom, codeToFile, consequence, practiceRequest, someContent } from './some-content'

function problemsOf(data: unknown): readonly string[] {
  try {
    parseSummaryContent(data)
  } catch (error) {
    if (error instanceof ReferenceDataError) return error.problems
    throw error
  }
  return []
}

const withConsequence = (change: object) => ({
  ...someContent,
  consequences: [{ ...consequence, ...change }],
})
const withAlert = (change: object) => ({ ...someContent, alertSymptoms: [{ ...alertSymptom, ...change }] })
const withRequest = (change: object) => ({
  ...someContent,
  practiceRequests: [{ ...practiceRequest, ...change }],
})
const withCode = (change: object) => ({ ...someContent, codesToFile: [{ ...codeToFile, ...change }] })

describe('content for treatment summaries from a file', () => {
  it('is taken when it is right', () => {
    expect(parseSummaryContent(someContent)).toEqual(someContent)
  })

  it('may be about everybody, whatever the treatment, with no day and no code', () => {
    const general = { tumourGroups: 'all', modalities: 'any', dueMonths: null, snomedCode: null }
    expect(problemsOf(withRequest(general))).toEqual([])
  })

  it.each([
    [
      'a code used twice',
      { ...someContent, consequences: [consequence, { ...consequence, title: 'Again' }] },
      'consequences 2 (hot_flushes) code: is used twice',
    ],
    [
      'a site of another tumour group',
      withCode({ sites: ['C50', 'C61'] }),
      'codesToFile 1 (breast_cancer) sites: "C61" is of no tumour group of the entry',
    ],
    [
      'a site and no tumour group',
      withCode({ tumourGroups: 'all' }),
      'codesToFile 1 (breast_cancer) sites: "C50" is of no tumour group of the entry',
    ],
    [
      'a site that is no category',
      withCode({ sites: ['C50.1'] }),
      'codesToFile 1 (breast_cancer) sites 1: must be an ICD-10 category',
    ],
    [
      'a code with a wrong digit',
      withRequest({ snomedCode: '312681001' }),
      'practiceRequests 1 (bone_density) snomedCode: is no SNOMED CT concept code',
    ],
    ['an empty title', withAlert({ title: ' ' }), 'alertSymptoms 1 (new_lump) title: must not be empty'],
    [
      'no words for the person',
      withConsequence({ whatYouCanDo: '' }),
      'consequences 1 (hot_flushes) whatYouCanDo: must not be empty',
    ],
    [
      'words that fill a page',
      withAlert({ forPerson: 'word '.repeat(81).trim() }),
      'alertSymptoms 1 (new_lump) forPerson: must be 400 characters or fewer',
    ],
    [
      'no source',
      withAlert({ source: { name: '', year: null } }),
      'alertSymptoms 1 (new_lump) source name: must not be empty',
    ],
    [
      'a drug family that nobody knows',
      withConsequence({ drugFamilies: ['steroids'] }),
      'consequences 1 (hot_flushes) drugFamilies: "steroids" is no family of the treatments of the entry',
    ],
    [
      'a drug family and another treatment beside it',
      withConsequence({ drugFamilies: ['tamoxifen'], modalities: ['01', '03'] }),
      'consequences 1 (hot_flushes) drugFamilies: "tamoxifen" is no family of the treatments of the entry',
    ],
    ['no approval to ask for', { ...someContent, approval: ' ' }, 'approval: must not be empty'],
  ])('with %s is refused, naming the entry', (_what, data, problem) => {
    expect(problemsOf(data)).toEqual([problem])
  })

  it.each([
    [
      'an unknown tumour group',
      withConsequence({ tumourGroups: ['thyroid'] }),
      'consequences 1 (hot_flushes) tumour',
    ],
    ['no tumour group', withConsequence({ tumourGroups: [] }), 'consequences 1 (hot_flushes) tumourGroups'],
    [
      'an unknown treatment',
      withConsequence({ modalities: ['18'] }),
      'consequences 1 (hot_flushes) modalities',
    ],
    ['no treatment', withConsequence({ modalities: [] }), 'consequences 1 (hot_flushes) modalities'],
    ['an unknown time', withConsequence({ when: 'soon' }), 'consequences 1 (hot_flushes) when'],
    ['an unknown urgency', withAlert({ urgency: 'routine' }), 'alertSymptoms 1 (new_lump) urgency'],
    ['an order from nought', withAlert({ order: 0 }), 'alertSymptoms 1 (new_lump) order'],
    ['an unknown confidence', withAlert({ confidence: 'sure' }), 'alertSymptoms 1 (new_lump) confidence'],
    ['part of a month', withRequest({ dueMonths: 1.5 }), 'practiceRequests 1 (bone_density) dueMonths'],
    ['a day before the end', withRequest({ dueMonths: -1 }), 'practiceRequests 1 (bone_density) dueMonths'],
    ['a field that nothing reads', withCode({ colour: 'red' }), 'codesToFile 1 (breast_cancer)'],
    ['an empty list', { ...someContent, codesToFile: [] }, 'codesToFile: must hold at least one'],
    ['another kind of set', { ...someContent, name: 'help-library' }, 'name'],
    ['no version', { ...someContent, version: undefined }, 'version'],
  ])('with %s is refused there', (_what, data, place) => {
    const problems = problemsOf(data)
    expect(problems).toHaveLength(1)
    expect(problems[0]!.startsWith(place)).toBe(true)
  })

  it('says everything that is wrong at once', () => {
    const data = { ...withAlert({ title: '' }), codesToFile: [{ ...codeToFile, snomedCode: '12' }] }
    expect(problemsOf(data)).toEqual([
      'alertSymptoms 1 (new_lump) title: must not be empty',
      'codesToFile 1 (breast_cancer) snomedCode: is no SNOMED CT concept code',
    ])
  })
})
