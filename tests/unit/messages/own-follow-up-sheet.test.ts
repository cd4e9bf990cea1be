import { describe, expect, it } from 'vitest'
import { ownFollowUpPdf } from '@/lib/messages/letter-pdf'
import { ownFollowUpSheet } from '@/lib/messages/own-follow-up-sheet'
import { TUMOUR_GROUP_LABELS, type TumourGroup } from '@/lib/nhs/tumour-group'
import { newestQuestions } from '@/lib/re-access/questions-in-force'
import { questionsFor } from '@/lib/re-access/red-flag-questions'
import { knownTests } from '@/lib/results/known-tests'
import { wordsOfLetter } from '@/tests/factories/letters'
import { readingAge } from '@/tests/support/reading-age'
import { readBack } from '../documents/read-pdf'

const OLDEST_READING_AGE = 11

/** With a name, a team and tests longer than most. */
function sheetFor(group: TumourGroup) {
  const asked = questionsFor(newestQuestions, [group])
  const titles = (urgency: string) => asked.filter((one) => one.urgency === urgency).map(({ title }) => title)
  const [long = ''] = knownTests()
    .tests.map(({ forPerson }) => forPerson)
    .sort((one, other) => other.length - one.length)
  const teamName = 'Southmere University Hospitals breast cancer team'
  return ownFollowUpSheet(
    {
      person: { name: 'Mrs Bartholomea Featherstonehaugh', nhsNumber: '9990000018', bornOn: '1941-12-23' },
      from: { teamName, organisation: 'Southmere University Hospitals', telephone: '01632 960101' },
      writtenOn: '2026-11-29',
    },
    {
      stream: 'supported_self_management',
      coming: ['2027-09-21', '2028-09-21', '2029-09-21'].map((on) => ({ test: long, on })),
      until: '2031-09-21',
      heardWithinDays: 21,
      wayBack: {
        teamName,
        telephone: '01632 960101',
        emergencies: titles('emergency'),
        sameDay: titles('same_day'),
      },
    },
  )
}

describe('what a person keeps of their follow-up', () => {
  it.each(Object.keys(TUMOUR_GROUP_LABELS) as TumourGroup[])(
    'is one sheet in large print (%s)',
    async (group) => {
      const { bytes } = await ownFollowUpPdf(sheetFor(group), new Date('2026-11-29T10:00:00Z'))
      const { pages } = await readBack(bytes)
      expect(pages).toHaveLength(1)
      expect(Math.min(...(pages[0]?.places ?? []).map(({ size }) => size))).toBeGreaterThanOrEqual(16)
    },
  )

  it('says the next tests, whom to call and what cannot wait', () => {
    const words = wordsOfLetter(sheetFor('urology'))
    for (const part of ['21 September 2027', '01632 960101', 'cannot pass water', 'a new lump or swelling'])
      expect(words).toContain(part)
    expect(words).not.toContain('2029')
    expect(readingAge(words)).toBeLessThanOrEqual(OLDEST_READING_AGE)
  })
})
