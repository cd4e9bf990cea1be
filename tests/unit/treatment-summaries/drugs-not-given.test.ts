import { describe, expect, it } from 'vitest'
import { offeredContent } from '@/lib/treatment-summaries/internal/reference-content'
import { drugFamiliesNotGiven } from '@/lib/treatment-summaries/drugs-not-given'
import { parseSummaryContent } from '@/lib/treatment-summaries/summary-content'
import { someContent } from './some-content'

const { drugFamilies } = parseSummaryContent(someContent)
const hormones = (...notes: (string | null)[]) => notes.map((note) => ({ modality: '03', note }))

describe('what the record rules out', () => {
  it.each([
    ['nothing without such treatment', [{ modality: '01', note: 'Tamoxifen after' }], []],
    ['nothing where no drug is named', hormones(null), []],
    ['nothing where one of two treatments names none', hormones('Letrozole', 'For five years'), []],
    ['the other where one is named', hormones('Letrozole 2.5 mg a day.'), ['tamoxifen']],
    ['the other, however it is written', hormones('on TAMOXIFEN 20mg'), ['aromatase_inhibitor']],
    ['nothing where both were had', hormones('Tamoxifen', 'Then anastrozole'), []],
    ['nothing where one note names both', hormones('Tamoxifen, changed to letrozole'), []],
  ])('is %s', (_what, treatments, families) => {
    expect(drugFamiliesNotGiven(drugFamilies, treatments)).toEqual(families)
  })
})

describe('the draft for somebody with breast cancer and hormone treatment', () => {
  const offeredWith = (note: string | null) => {
    const treatment = { id: 'a', modality: '03', intent: null, startedOn: '2026-01-01', endedOn: null, note }
    const { consequences, alertSymptoms } = offeredContent({ icd10Code: 'C50.9' }, [treatment])
    return [...Object.values(consequences).flat(), ...alertSymptoms].map(({ code }) => code)
  }
  const OF_TAMOXIFEN = ['breast_tamoxifen_womb_clots', 'breast_bleeding_on_tamoxifen']
  const OF_INHIBITORS = ['breast_joint_pain']
  const OF_BOTH = ['hot_flushes', 'thin_bones_hormone', 'breast_vaginal_dryness']

  it.each<[string, string | null, string[], string[]]>([
    ['letrozole', 'Letrozole.', [...OF_INHIBITORS, ...OF_BOTH], OF_TAMOXIFEN],
    ['tamoxifen', 'Tamoxifen 20 mg', [...OF_TAMOXIFEN, ...OF_BOTH], OF_INHIBITORS],
    ['a drug not named', null, [...OF_TAMOXIFEN, ...OF_INHIBITORS, ...OF_BOTH], []],
  ])('of %s says what belongs to it', (_drug, note, said, leftOut) => {
    const offered = offeredWith(note)
    expect(offered).toEqual(expect.arrayContaining(said))
    expect(offered.filter((code) => leftOut.includes(code))).toEqual([])
  })
})
