import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReviewFacts } from '@/lib/cancer-care-reviews/review-facts'
import { reviewWindows } from '@/lib/cancer-care-reviews/review-windows'
import { anyCase, anyDay, diagnosed, diagnosisDay } from './a-diagnosis'

/** The oracle's calendar: JavaScript's own, at midnight UTC. */
const DAY = 86_400_000
const time = (date: string) => Date.parse(`${date}T00:00:00Z`)
const iso = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10)
const plusDays = (date: string, days: number) => iso(time(date) + days * DAY)

function plusMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return iso(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)))
}

/** The rules written out once more, with the numbers in them: what happened, else what time alone makes of it. */
function expectedState(which: 'first' | 'second', facts: ReviewFacts, today: string): string {
  const start = which === 'first' ? facts.diagnosedOn : plusDays(facts.diagnosedOn, 94)
  return whatHappened(start, facts, today) ?? whatTimeMakes(which, start, facts, today)
}

function whatHappened(start: string, facts: ReviewFacts, today: string): string | null {
  const since = (dates: readonly string[]) => dates.filter((date) => start <= date && date <= today)
  const so = (date: string | null) => date !== null && date <= today
  const invited = since(facts.unansweredOn)
  const inVain = invited.some((one) =>
    invited.some((other) => time(other) - time(one) >= 7 * DAY && time(today) - time(other) >= 7 * DAY),
  )
  if (since(facts.reviewedOn).length > 0) return 'met'
  if (so(facts.diedOn)) return 'died'
  if (facts.registeredOn === null) return 'no_practice'
  if (so(facts.palliativeSince)) return 'palliative_care'
  if (so(facts.unsuitableSince)) return 'unsuitable'
  if (since(facts.declinedOn).length > 0) return 'declined'
  return inVain ? 'no_answer' : null
}

function whatTimeMakes(which: 'first' | 'second', start: string, facts: ReviewFacts, today: string): string {
  const { diagnosedOn, recordedOn } = facts
  const registeredOn = facts.registeredOn ?? start
  const due = which === 'first' ? plusDays(diagnosedOn, 93) : plusMonths(diagnosedOn, 12)
  if (today > plusMonths(diagnosedOn, which === 'first' ? 15 : 24)) return 'long_ago'
  if (today > due && time(due) - time(recordedOn) < 28 * DAY) return 'recorded_late'
  if (today > due && registeredOn > plusMonths(due, -3)) return 'registered_late'
  if ([start, recordedOn, registeredOn].some((date) => date > today)) return 'not_yet'
  return today <= due ? 'due' : 'overdue'
}

function statesOn(today: string, facts: ReviewFacts): string[] {
  const { first, second } = reviewWindows(facts, today)
  return [first, second].map((window) => (window.state === 'excused' ? window.reason : window.state))
}

describe('the two windows after any diagnosis', () => {
  it('end after 93 days and after 12 months, the second beginning where the first ends', () => {
    fc.assert(
      fc.property(diagnosisDay, anyDay, (diagnosedOn, today) => {
        const { first, second } = reviewWindows(diagnosed(diagnosedOn), today)
        expect([first.opensOn, first.dueOn]).toEqual([diagnosedOn, plusDays(diagnosedOn, 93)])
        expect([second.opensOn, second.dueOn]).toEqual([
          plusDays(diagnosedOn, 94),
          plusMonths(diagnosedOn, 12),
        ])
      }),
    )
  })

  it('stand as the rules say, whatever happened', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, today }) => {
        expect(statesOn(today, facts)).toEqual([
          expectedState('first', facts, today),
          expectedState('second', facts, today),
        ])
      }),
      { numRuns: 8000 },
    )
  })

  it('never go back while nothing happens', () => {
    const order = ['not_yet', 'due', 'overdue', 'recorded_late', 'registered_late', 'long_ago']
    fc.assert(
      fc.property(diagnosisDay, anyDay, anyDay, (diagnosedOn, recordedOn, registeredOn) => {
        const facts = diagnosed(diagnosedOn, { recordedOn, registeredOn })
        let before = [0, 0]
        for (let days = 0; days <= 760; days += 7) {
          const places = statesOn(plusDays(diagnosedOn, days), facts).map((state) => order.indexOf(state))
          expect(places.every((place, which) => place >= before[which]!)).toBe(true)
          before = places
        }
      }),
      { numRuns: 60 },
    )
  })

  it('do not know what is still to come', () => {
    fc.assert(
      fc.property(anyCase, ({ facts, today }) => {
        const past = (dates: readonly string[]) => dates.filter((date) => date <= today)
        const soFar = {
          ...facts,
          diedOn: past([facts.diedOn ?? '9999-12-31'])[0] ?? null,
          palliativeSince: past([facts.palliativeSince ?? '9999-12-31'])[0] ?? null,
          unsuitableSince: past([facts.unsuitableSince ?? '9999-12-31'])[0] ?? null,
          declinedOn: past(facts.declinedOn),
          unansweredOn: past(facts.unansweredOn),
          reviewedOn: past(facts.reviewedOn),
        }
        expect(reviewWindows(facts, today)).toEqual(reviewWindows(soFar, today))
      }),
    )
  })

  it('are met by one more review, if by any, and never unmet by it', () => {
    fc.assert(
      fc.property(anyCase, anyDay, ({ facts, today }, review) => {
        const before = reviewWindows(facts, today)
        const after = reviewWindows({ ...facts, reviewedOn: [review, ...facts.reviewedOn] }, today)
        for (const which of ['first', 'second'] as const) {
          const changed = after[which].state !== before[which].state
          if (changed) expect(after[which]).toMatchObject({ state: 'met', metOn: review })
          if (changed && which === 'second') expect(review > before.first.dueOn).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
