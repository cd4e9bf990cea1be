import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInWorkingHours } from '@/lib/nhs/working-hours'
import { parseBankHolidays } from '@/lib/platform/bank-holidays'
import { answerByOf, FLAG_ANSWERS, urgencyOf, type FlagAnswer } from '@/lib/re-access/urgency'
import england from '@/prisma/reference/bank-holidays/england.json'

const holidays = parseBankHolidays(england)
const QUESTIONS = [
  { code: 'breath', urgency: 'emergency' },
  { code: 'cord', urgency: 'emergency' },
  { code: 'leg', urgency: 'same_day' },
] as const
const RANK = { standard: 0, same_day: 1, emergency: 2 } as const

describe('how urgent a contact is', () => {
  it.each<[FlagAnswer, FlagAnswer, FlagAnswer, keyof typeof RANK]>([
    ['no', 'no', 'no', 'standard'],
    ['no', 'no', 'not_asked', 'standard'],
    ['no', 'no', 'yes', 'same_day'],
    ['no', 'not_asked', 'no', 'same_day'],
    ['not_asked', 'not_asked', 'not_asked', 'same_day'],
    ['yes', 'no', 'no', 'emergency'],
    ['not_asked', 'yes', 'yes', 'emergency'],
  ])('breathless %s, legs %s, swollen leg %s: %s', (breath, cord, leg, urgency) => {
    expect(urgencyOf(QUESTIONS, { breath, cord, leg })).toBe(urgency)
  })

  it('takes a question without an answer as not asked', () => {
    expect(urgencyOf(QUESTIONS, { breath: 'no' })).toBe('same_day')
    expect(urgencyOf(QUESTIONS, { breath: 'no', cord: 'no' })).toBe('standard')
  })

  it('never falls with one more yes', () => {
    const answers = fc.record({
      breath: fc.constantFrom(...FLAG_ANSWERS),
      cord: fc.constantFrom(...FLAG_ANSWERS),
      leg: fc.constantFrom(...FLAG_ANSWERS),
    })
    fc.assert(
      fc.property(answers, fc.constantFrom('breath', 'cord', 'leg'), (given, code) => {
        const before = RANK[urgencyOf(QUESTIONS, given)]
        const after = RANK[urgencyOf(QUESTIONS, { ...given, [code]: 'yes' })]
        expect(after).toBeGreaterThanOrEqual(before)
      }),
    )
  })
})

describe('by when an answer is promised', () => {
  const by = (urgency: keyof typeof RANK, at: string) =>
    answerByOf(urgency, new Date(at), 8, holidays).toISOString()

  it.each([
    ['emergency', '2026-12-01T10:00:00Z', '2026-12-01T11:00:00.000Z'],
    ['emergency', '2026-11-29T10:00:00Z', '2026-11-30T10:00:00.000Z'],
    ['same_day', '2026-12-01T10:00:00Z', '2026-12-01T14:00:00.000Z'],
    ['same_day', '2026-12-01T15:00:00Z', '2026-12-01T17:00:00.000Z'],
    ['same_day', '2026-12-01T16:50:00Z', '2026-12-02T09:50:00.000Z'],
    ['same_day', '2026-11-29T10:00:00Z', '2026-11-30T13:00:00.000Z'],
    ['standard', '2026-12-01T10:00:00Z', '2026-12-02T10:00:00.000Z'],
    ['standard', '2026-12-24T16:00:00Z', '2026-12-29T16:00:00.000Z'],
  ] as const)('%s at %s: %s', (urgency, at, answerBy) => {
    expect(by(urgency, at)).toBe(answerBy)
  })

  it('is later than the contact, in working hours or at their end, and sooner the more urgent', () => {
    const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, (at) => {
        const [emergency, sameDay, standard] = (['emergency', 'same_day', 'standard'] as const).map(
          (urgency) => answerByOf(urgency, at, 8, holidays).getTime(),
        ) as [number, number, number]
        expect(at.getTime()).toBeLessThan(emergency)
        expect(emergency).toBeLessThanOrEqual(sameDay)
        expect(sameDay).toBeLessThanOrEqual(standard)
        for (const end of [emergency, sameDay, standard])
          expect(isInWorkingHours(new Date(end - 1), holidays)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
