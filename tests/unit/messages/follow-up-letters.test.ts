import { describe, expect, it } from 'vitest'
import { endLetter, ownFollowUpBlocks, welcomeLetter, type OwnFollowUp } from '@/lib/messages/pathway-letters'
import { framedLetter, type LetterBody } from '@/lib/messages/letter-frame'
import { endCopy, resultCopy } from '@/lib/messages/practice-letters'
import { testDueLetter, testOverdueLetter } from '@/lib/messages/reminder-letters'
import {
  resultDiscussedLetter,
  resultInRangeLetter,
  resultToDiscussLetter,
  type ToldTest,
} from '@/lib/messages/test-letters'
import type { WayBack } from '@/lib/messages/way-back'
import { newestQuestions } from '@/lib/re-access/questions-in-force'
import { questionsFor } from '@/lib/re-access/red-flag-questions'
import { knownTests } from '@/lib/results/known-tests'
import { wordsOfLetter } from '@/tests/factories/letters'
import { readingAge } from '@/tests/support/reading-age'

/** What half of the adults in England read with ease (Skills for Life Survey 2011), and the age that health letters aim at. */
const OLDEST_READING_AGE = 11

const asked = questionsFor(newestQuestions, ['urology'])
const titles = (urgency: string) => asked.filter((one) => one.urgency === urgency).map(({ title }) => title)
const wayBack: WayBack = {
  teamName: 'Urology team',
  telephone: '01632 960123',
  emergencies: titles('emergency'),
  sameDay: titles('same_day'),
}
const next = { test: 'PSA blood test', on: '2027-05-03' } as const
const psa: ToldTest & { name: string } = {
  name: 'PSA',
  test: 'PSA blood test',
  takenOn: '2026-11-02',
  results: [{ name: 'PSA', words: '<0.01 µg/L', isReport: false }],
  decisions: [],
  next,
  wayBack,
}
const scan: ToldTest = {
  ...psa,
  test: 'mammogram',
  results: [{ name: 'Mammogram', words: 'Nothing new', isReport: true }],
  next: null,
}
const own: OwnFollowUp = {
  stream: 'supported_self_management',
  coming: [next],
  until: '2031-11-02',
  heardWithinDays: 21,
  wayBack,
}
const ended = {
  end: 'completed',
  endedOn: '2026-11-29',
  startedOn: '2021-11-02',
  done: [
    { test: 'PSA blood test', times: 9, lastOn: '2026-11-02' },
    { test: 'mammogram', times: 1, lastOn: '2025-11-02' },
  ],
  practiceName: 'High Street Surgery',
  wayBack,
} as const
const talked = { toldBy: 'telephone', toldOn: '2026-11-05' } as const

const frame = {
  person: { name: 'Mr Adam Brown', nhsNumber: '9990000018', bornOn: '1961-02-03' },
  from: { teamName: 'Urology team', organisation: 'A trust', telephone: '01632 960123' },
  writtenOn: '2026-11-29',
  signedBy: null,
} as const
const said = (body: LetterBody, to: 'person' | 'practice' = 'person') =>
  wordsOfLetter(framedLetter({ ...frame, to }, body))

const TO_PERSON: [string, LetterBody][] = [
  ['a welcome', welcomeLetter(own)],
  ['a reminder', testDueLetter({ ...next, wayBack })],
  ['a question about a test not seen', testOverdueLetter({ ...next, wayBack })],
  ['a result in range', resultInRangeLetter(psa)],
  ['a scan with nothing new', resultInRangeLetter(scan)],
  ['a request to call', resultToDiscussLetter(psa)],
  ['a result talked over', resultDiscussedLetter({ ...psa, decisions: ['repeat', 'recall'] }, talked)],
  ['the end', endLetter(ended)],
]

describe('a letter to the person', () => {
  it.each(TO_PERSON)(
    'about %s is read with ease, says who to call and that 999 is for emergencies',
    (_what, body) => {
      const words = said(body)
      expect(readingAge(words)).toBeLessThanOrEqual(OLDEST_READING_AGE)
      expect(words).toContain('01632 960123')
      expect(words).toMatch(/call 999/i)
      expect(words).toContain('Mr Adam Brown')
      expect(words).not.toMatch(/undefined|null|\[object/)
    },
  )

  it('tells a number with its date, the range, and the next test', () => {
    const words = said(resultInRangeLetter(psa))
    expect(words).toContain('PSA: <0.01 µg/L')
    expect(words).toContain('Date of the test: 2 November 2026')
    expect(words).toContain('in the range that we look for')
    expect(words).toContain('Your next test is your PSA blood test. It is due around 3 May 2027.')
  })

  it('tells of a scan in words, and that no other test is planned', () => {
    const words = said(resultInRangeLetter(scan))
    expect(words).toContain('It shows nothing new.')
    expect(words).not.toContain('in the range')
    expect(words).toContain('No other test is planned')
  })

  it('says what was decided, each thing once', () => {
    const words = said(resultDiscussedLetter({ ...psa, decisions: ['recall', 'recall', 'contact'] }, talked))
    expect(words.match(/We would like to see you in clinic/g)).toHaveLength(1)
    expect(words).toContain('We talked with you by telephone on 5 November 2026')
  })

  it('says nothing of a result that somebody is asked to call about', () => {
    expect(said(resultToDiscussLetter(psa))).not.toMatch(/<0\.01|µg|range|clinic to see/)
  })

  it('names the team where no number is known', () => {
    const unknown = { ...wayBack, telephone: null }
    expect(said(testDueLetter({ ...next, wayBack: unknown }))).toContain(
      'Call the hospital and ask for the Urology team',
    )
  })

  it('lists what to watch for, what cannot wait first', () => {
    const words = wordsOfLetter(
      framedLetter({ ...frame, to: 'person' }, { heading: '', blocks: ownFollowUpBlocks(own) }),
    )
    expect(words.indexOf('cannot pass water')).toBeGreaterThan(words.indexOf('Call 999 or go to A&E'))
    expect(words.indexOf('swollen or sore leg')).toBeGreaterThan(words.indexOf('the same day'))
  })
})

describe('a letter to the practice', () => {
  it('says what was found, decided and told, and that nothing is asked', () => {
    const words = said(resultCopy({ ...psa, decisions: ['recall'] }, talked), 'practice')
    expect(words).toContain('nothing is asked of you')
    expect(words).toContain('PSA: <0.01 µg/L')
    expect(words).toContain('Decided: Called back to clinic')
    expect(words).toContain('by telephone, 5 November 2026')
    expect(said(resultCopy(psa, talked), 'practice')).toContain('Decided: In range')
  })

  it('says at the end what was done, in the clinician’s words too, and how to send the person back', () => {
    const words = said(endCopy(ended, 'Check the PSA each year.\n\nAsk about bones.'), 'practice')
    for (const part of [
      'Check the PSA each year.',
      'Ask about bones.',
      '9 times, last on 2 November 2026',
      'send the person back',
    ])
      expect(words).toContain(part)
  })
})

describe('the names of tests in letters', () => {
  it('go after "your", and are no code', () => {
    for (const { forPerson } of knownTests().tests)
      expect(forPerson).toMatch(/^(?:[a-z]|[A-Z]{2,})[A-Za-z0-9 -]+$/)
  })
})
