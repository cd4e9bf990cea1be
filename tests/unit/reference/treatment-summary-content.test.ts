import { describe, expect, it } from 'vitest'
import type { TreatmentModality } from '@/lib/nhs/code-lists/treatment-modality'
import { tumourGroupOf } from '@/lib/nhs/tumour-group'
import { selectSummaryContent } from '@/lib/treatment-summaries/select-summary-content'
import {
  ALERT_URGENCIES,
  CONSEQUENCE_TIMES,
  parseSummaryContent,
  type SummaryContent,
} from '@/lib/treatment-summaries/summary-content'
import file from '@/prisma/reference/treatment-summary-content/2026-11.json'
import { readingAge } from '@/tests/support/reading-age'

const content = parseSummaryContent(file)
const OLDEST_READING_AGE = 11

/** A usual course of treatment for each cancer that the content must serve: ICD-10 code, COSD modalities. */
const COURSES: [cancer: string, icd10: string, modalities: TreatmentModality[]][] = [
  ['breast', 'C50.4', ['01', '02', '05', '03']],
  ['prostate, by surgery', 'C61', ['01']],
  ['prostate, by radiotherapy', 'C61', ['05', '03']],
  ['colon', 'C18.7', ['01', '02']],
  ['rectum', 'C20', ['04', '01']],
  ['womb', 'C54.1', ['01', '06']],
  ['cervix', 'C53.9', ['04', '06']],
  ['ovary', 'C56', ['01', '02']],
  ['lung, by surgery', 'C34.1', ['01', '02']],
  ['lung, by chemoradiotherapy', 'C34.1', ['04', '15']],
  ['head and neck', 'C10.9', ['01', '04']],
  ['thyroid', 'C73', ['01', '19']],
  ['Hodgkin lymphoma', 'C81.1', ['02', '05']],
  ['myeloma', 'C90.0', ['02', '14']],
  ['melanoma', 'C43.5', ['01', '15']],
]

const selectedFor = (icd10: string, modalities: TreatmentModality[]) =>
  selectSummaryContent(content, {
    tumourGroups: [tumourGroupOf(icd10)],
    modalities,
    diagnosisCodes: [icd10],
  })

type Told = SummaryContent['consequences'][number] | SummaryContent['alertSymptoms'][number]
const wordsOf = (entry: Told) =>
  'forPerson' in entry ? entry.forPerson : `${entry.whatItIs}\n${entry.whatYouCanDo}`
const told: Told[] = [...content.consequences, ...content.alertSymptoms]

describe('the content for treatment summaries that ships', () => {
  it('says that it wants local clinical approval', () => {
    expect(content.approval).toMatch(/local clinical approval/i)
  })

  describe.each(COURSES)('for cancer of the %s', (_cancer, icd10, modalities) => {
    const { consequences, alertSymptoms, practiceRequests, codesToFile } = selectedFor(icd10, modalities)

    it('has at least six consequences, some now, some within a year, some late', () => {
      const counts = CONSEQUENCE_TIMES.map((when) => consequences[when].length)
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(1)
      expect(counts.reduce((one, other) => one + other)).toBeGreaterThanOrEqual(6)
    })

    it('has at least four alert symptoms of its own, three of which come first', () => {
      const own = alertSymptoms.map((entry) => entry.tumourGroups !== 'all')
      expect(own.filter(Boolean).length).toBeGreaterThanOrEqual(4)
      expect(own.slice(0, 3)).toEqual([true, true, true])
    })

    it('asks the practice to code and to review, and gives one code for the diagnosis', () => {
      const codes = practiceRequests.map((entry) => entry.code)
      expect(codes).toEqual(expect.arrayContaining(['code_diagnosis_and_treatment', 'cancer_care_review']))
      const ofTheDiagnosis = codesToFile.filter(
        (entry) => entry.tumourGroups !== 'all' && entry.modalities === 'any',
      )
      expect(ofTheDiagnosis).toHaveLength(1)
    })

    it('says nothing under the same heading twice', () => {
      const { now, within_a_year, late } = consequences
      for (const entries of [[...now, ...within_a_year, ...late], alertSymptoms, practiceRequests]) {
        const titles = entries.map((entry) => entry.title)
        expect(titles).toEqual([...new Set(titles)])
      }
    })

    it('is told in words for a reading age of eleven', () => {
      const words = [...Object.values(consequences).flat(), ...alertSymptoms].map(wordsOf).join('\n')
      expect(readingAge(words)).toBeLessThanOrEqual(OLDEST_READING_AGE)
    })
  })

  it('is told in words for a reading age of eleven as a whole', () => {
    expect(readingAge(told.map(wordsOf).join('\n'))).toBeLessThanOrEqual(OLDEST_READING_AGE)
  })

  it.each(told.map((entry) => [entry.code, wordsOf(entry)]))('and so is %s by itself', (_code, words) => {
    expect(readingAge(words)).toBeLessThanOrEqual(OLDEST_READING_AGE)
  })

  it.each(content.alertSymptoms.map((entry) => [entry.code, entry]))(
    'says to the person with %s whom to turn to',
    (_code, { forPerson, urgency }) => {
      const turnTo = {
        emergency: /999|A&E/,
        same_day: /same day/,
        within_days: /Call your team|Tell your GP/,
      }
      expect(forPerson).toMatch(turnTo[urgency])
    },
  )

  it.each([
    ['C50.4', ['03'], ['breast_new_lump', 'breast_skin_nipple_change', 'spinal_cord']],
    [
      'C56',
      ['01', '02'],
      ['gynaecology_blocked_bowel', 'gynaecology_swollen_tummy', 'gynaecology_leg_swelling'],
    ],
    ['C90.0', ['02'], ['haematology_infection', 'haematology_myeloma_calcium', 'spinal_cord']],
    ['C43.5', ['01', '15'], ['melanoma_mole', 'melanoma_lump', 'brain_signs']],
  ] as [string, TreatmentModality[], string[]][])(
    'puts first what matters most after %s',
    (icd10, given, first) => {
      const { alertSymptoms } = selectedFor(icd10, given)
      expect(alertSymptoms.slice(0, 3).map((entry) => entry.code)).toEqual(first)
    },
  )

  it('uses every urgency', () => {
    expect(new Set(content.alertSymptoms.map((entry) => entry.urgency))).toEqual(new Set(ALERT_URGENCIES))
  })

  it('gives the code of the cancer care review', () => {
    const review = content.practiceRequests.find((entry) => entry.code === 'cancer_care_review')
    expect(review?.snomedCode).toBe('720006006')
  })
})
