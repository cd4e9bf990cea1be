import { describe, expect, it } from 'vitest'
import { ReferenceDataError } from '@/lib/platform/reference-data'
import { parseRedFlagQuestions, questionsFor } from '@/lib/re-access/red-flag-questions'
import file from '@/prisma/reference/red-flag-questions/2026-11.json'
import { readingAge } from '@/tests/support/reading-age'

const set = parseRedFlagQuestions(file)
const OLDEST_READING_AGE = 11

/** What anybody can have, whatever the cancer: domain knowledge that the set must not lose. */
const EVERYBODY = [
  'severe_breathlessness',
  'neutropenic_sepsis',
  'spinal_cord_compression',
  'bleeding',
  'ending_life',
]

describe('the red-flag questions', () => {
  it('ask everybody of what everybody can have, emergencies first', () => {
    const asked = questionsFor(set, [])
    expect(asked.map(({ code }) => code)).toEqual(expect.arrayContaining(EVERYBODY))
    const urgencies = questionsFor(set, ['lung']).map(({ urgency }) => urgency)
    expect(urgencies.lastIndexOf('emergency')).toBeLessThan(urgencies.indexOf('same_day'))
  })

  it('ask more of people with a cancer of a group, each once', () => {
    const codes = questionsFor(set, ['lung', 'head_and_neck']).map(({ code }) => code)
    expect(codes).toContain('swollen_face')
    expect(codes.filter((code) => code === 'noisy_breathing')).toHaveLength(1)
    expect(questionsFor(set, ['skin']).map(({ code }) => code)).not.toContain('swollen_face')
  })

  it('tell the caller of an emergency where to go now', () => {
    for (const { urgency, tellCaller, code } of set.questions)
      if (urgency === 'emergency') expect(tellCaller, code).toMatch(/999|A&E/)
  })

  it.each(set.questions.map(({ code, question, tellCaller }) => [code, question, tellCaller]))(
    '%s can be read at eleven',
    (_, question, tellCaller) => {
      expect(readingAge(question!)).toBeLessThanOrEqual(OLDEST_READING_AGE)
      expect(readingAge(tellCaller!)).toBeLessThanOrEqual(OLDEST_READING_AGE)
    },
  )

  it('are refused with a code that is used twice, or with none for everybody', () => {
    const [first] = file.questions
    const refused = (questions: unknown[]) => () => parseRedFlagQuestions({ ...file, questions })
    expect(refused([first, first])).toThrow(ReferenceDataError)
    expect(refused([{ ...first, tumourGroups: ['lung'] }])).toThrow('ask nobody of an emergency')
    expect(refused([{ ...first, tellCaller: '' }])).toThrow('severe_breathlessness')
  })
})
