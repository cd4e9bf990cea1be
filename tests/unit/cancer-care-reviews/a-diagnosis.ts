import fc from 'fast-check'
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

const perhaps = fc.option(day, { nil: null, freq: 3 })
const some = fc.array(day, { maxLength: 3 })

export const anyFacts: fc.Arbitrary<ReviewFacts> = fc.record({
  diagnosedOn: diagnosisDay,
  recordedOn: day,
  registeredOn: fc.oneof(fc.constant('2001-05-14'), fc.constant(null), day),
  diedOn: perhaps,
  palliativeSince: perhaps,
  unsuitableSince: perhaps,
  declinedOn: some,
  unansweredOn: some,
  reviewedOn: some,
})

export const anyDay = day
