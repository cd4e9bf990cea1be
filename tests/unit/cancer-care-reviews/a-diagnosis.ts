import fc from 'fast-check'
import { addDays } from '@/lib/nhs/calendar-date'
import type { ReviewFacts } from '@/lib/cancer-care-reviews/review-facts'

/** Diagnosed and recorded on one day by a practice of many years, and nothing since. */
export function diagnosed(on: string, more: Partial<ReviewFacts> = {}): ReviewFacts {
  return {
    diagnosedOn: on,
    recordedOn: on,
    registeredOn: '2001-05-14',
    diedOn: null,
    palliativeSince: null,
    unsuitableSince: null,
    declinedOn: [],
    unansweredOn: [],
    reviewedOn: [],
    ...more,
  }
}

const day = fc
  .date({ min: new Date('2023-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** Days of diagnosis with their fair share of 29 February and of ends of months. */
export const diagnosisDay = fc.oneof(
  day,
  fc.constantFrom('2024-02-29', '2024-02-28', '2023-11-30', '2024-11-29', '2024-12-31', '2025-05-31'),
)

/** Days after a diagnosis at which something turns: each with the days next to it. */
const TURNS = [0, 58, 65, 72, 93, 100, 107, 274, 337, 365, 456, 731].flatMap((days) => [
  days - 1,
  days,
  days + 1,
])

/** Any day, or one at which something may turn for that diagnosis. */
function dayAround(diagnosedOn: string): fc.Arbitrary<string> {
  const turn = fc.constantFrom(...TURNS).map((days) => addDays(diagnosedOn, days))
  return fc.oneof(day, { arbitrary: turn, weight: 3 })
}

/** What may happen around a diagnosis, and a day on which to ask. */
export const anyCase: fc.Arbitrary<{ facts: ReviewFacts; today: string }> = diagnosisDay.chain(
  (diagnosedOn) => {
    const around = dayAround(diagnosedOn)
    const perhaps = fc.option(around, { nil: null, freq: 1 })
    const some = fc.oneof(fc.constant([]), fc.array(around, { maxLength: 3 }))
    const facts = fc.record({
      diagnosedOn: fc.constant(diagnosedOn),
      recordedOn: around,
      registeredOn: fc.oneof(fc.constantFrom('2001-05-14', null), around),
      diedOn: perhaps,
      palliativeSince: perhaps,
      unsuitableSince: perhaps,
      declinedOn: some,
      unansweredOn: some,
      reviewedOn: some,
    })
    return fc.record({ facts, today: around })
  },
)

export const anyDay = day
