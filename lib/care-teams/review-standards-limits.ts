/** When a practice owes cancer care reviews, in the order of the page; as lib/cancer-care-reviews/review-standards.ts. */
export const REVIEW_STANDARD_NAMES = [
  'reviewFirstDays',
  'reviewSecondMonths',
  'reviewFirstLookBackMonths',
  'reviewSecondLookBackMonths',
  'reviewRegistrationMonths',
  'reviewInvitationGapDays',
  'reviewRecordingNoticeDays',
] as const

export type ReviewStandardName = (typeof REVIEW_STANDARD_NAMES)[number]

type Limit = {
  subject: string
  hint: string
  unit: 'days' | 'months'
  least: number
  most: number
  usual: number
}

/** The words of each, what can be set (the table has the same as a check), and what it is until somebody sets it. */
export const REVIEW_STANDARDS_LIMITS: Readonly<Record<ReviewStandardName, Limit>> = {
  reviewFirstDays: {
    subject: 'First cancer care review',
    hint: 'From the diagnosis to the last day of the first review',
    unit: 'days',
    least: 1,
    most: 365,
    usual: 93,
  },
  reviewSecondMonths: {
    subject: 'Second cancer care review',
    hint: 'From the diagnosis to the last day of the second review',
    unit: 'months',
    least: 1,
    most: 36,
    usual: 12,
  },
  reviewFirstLookBackMonths: {
    subject: 'First review no longer asked for',
    hint: 'From the diagnosis until a first review that was not held leaves the list',
    unit: 'months',
    least: 1,
    most: 60,
    usual: 15,
  },
  reviewSecondLookBackMonths: {
    subject: 'Second review no longer asked for',
    hint: 'From the diagnosis until a second review that was not held leaves the list',
    unit: 'months',
    least: 1,
    most: 60,
    usual: 24,
  },
  reviewRegistrationMonths: {
    subject: 'Newly registered',
    hint: 'Nobody is late with a review of somebody who registered in this time before its last day',
    unit: 'months',
    least: 0,
    most: 12,
    usual: 3,
  },
  reviewInvitationGapDays: {
    subject: 'Time to answer an invitation',
    hint: 'Two invitations, each with this time and without an answer, count as an answer',
    unit: 'days',
    least: 1,
    most: 90,
    usual: 7,
  },
  reviewRecordingNoticeDays: {
    subject: 'Diagnosis recorded late',
    hint: 'Nobody is late with a review that was known of for less than this',
    unit: 'days',
    least: 0,
    most: 180,
    usual: 28,
  },
}

/** A month has 28 days or more, two have 59, three 89. */
const DAYS_A_MONTH = 30
const SHORT_OF_IT = 3

type Told = Partial<Record<ReviewStandardName, number>>

/** Why numbers that can each be set cannot be set together; the table has the same checks. */
export function reviewStandardsFaults(told: Told): { name: ReviewStandardName; message: string }[] {
  const { reviewFirstDays, reviewSecondMonths, reviewFirstLookBackMonths, reviewSecondLookBackMonths } = told
  const faults: { name: ReviewStandardName; message: string }[] = []
  const ends = (months: number | undefined) => (months ?? Infinity) * DAYS_A_MONTH - SHORT_OF_IT
  if ((reviewFirstDays ?? 0) > ends(reviewSecondMonths))
    faults.push({ name: 'reviewSecondMonths', message: 'Second cancer care review must end after the first' })
  if ((reviewFirstDays ?? 0) > ends(reviewFirstLookBackMonths))
    faults.push({
      name: 'reviewFirstLookBackMonths',
      message: 'First review must be asked for until its last day at the least',
    })
  if ((reviewSecondMonths ?? 0) > (reviewSecondLookBackMonths ?? Infinity))
    faults.push({
      name: 'reviewSecondLookBackMonths',
      message: 'Second review must be asked for until its last day at the least',
    })
  return faults
}
