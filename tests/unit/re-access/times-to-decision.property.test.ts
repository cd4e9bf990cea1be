import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timesToDecision, type MeasuredContact } from '@/lib/re-access/times-to-decision'

const START = Date.parse('2026-12-01T09:00:00Z')
const hoursLater = (hours: number) => new Date(START + hours * 3_600_000)

/** Decided after so many hours, promised within 8; null: undecided. */
const contact = (urgency: MeasuredContact['urgency'], hours: number | null): MeasuredContact => ({
  urgency,
  contactedAt: hoursLater(0),
  answerBy: hoursLater(8),
  decidedAt: hours === null ? null : hoursLater(hours),
})

describe('times to decision', () => {
  it('are of each urgency, with those undecided counted and not measured', () => {
    const measured = timesToDecision([
      contact('standard', 2),
      contact('standard', 30),
      contact('standard', null),
      contact('emergency', 0.5),
    ])
    expect(measured).toEqual([
      {
        urgency: 'emergency',
        contacts: 1,
        decided: 1,
        inTime: 1,
        medianHours: 0.5,
        ninetiethCentileHours: 0.5,
      },
      {
        urgency: 'same_day',
        contacts: 0,
        decided: 0,
        inTime: 0,
        medianHours: null,
        ninetiethCentileHours: null,
      },
      { urgency: 'standard', contacts: 3, decided: 2, inTime: 1, medianHours: 2, ninetiethCentileHours: 30 },
    ])
  })

  it('have at least that part of all at or below each, and no smaller value has', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 40 }), (hours) => {
        const measured = timesToDecision(hours.map((waited) => contact('standard', waited)))[2]
        const least = (part: number) =>
          Math.min(
            ...hours.filter((value) => hours.filter((other) => other <= value).length >= part * hours.length),
          )
        expect(measured?.medianHours).toBe(least(0.5))
        expect(measured?.ninetiethCentileHours).toBe(least(0.9))
        expect(measured?.inTime).toBe(hours.filter((waited) => waited <= 8).length)
      }),
    )
  })
})
