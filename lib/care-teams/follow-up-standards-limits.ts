/** When a hospital or community team owes the steps of follow-up, in the order of the page. */
export const FOLLOW_UP_STANDARD_NAMES = [
  'followUpDecisionDays',
  'resultChaseDays',
  'resultReviewWorkingDays',
  'resultTellingWorkingDays',
  'recallDays',
] as const

export type FollowUpStandardName = (typeof FOLLOW_UP_STANDARD_NAMES)[number]

type Limit = {
  subject: string
  hint: string
  unit: 'days' | 'working days'
  most: number
  usual: number
}

/** The words of each, the most that can be set (the table has the same as a check), and what it is until somebody sets it. */
export const FOLLOW_UP_STANDARDS_LIMITS: Readonly<Record<FollowUpStandardName, Limit>> = {
  followUpDecisionDays: {
    subject: 'Decision about follow-up',
    hint: 'From the signed treatment summary to the decision',
    unit: 'days',
    most: 365,
    usual: 42,
  },
  resultChaseDays: {
    subject: 'Result of a blood test',
    hint: 'From the test until a result that has not come is looked for. Scans and examinations have their own',
    unit: 'days',
    most: 90,
    usual: 14,
  },
  resultReviewWorkingDays: {
    subject: 'Review of a result',
    hint: 'From the result coming in to somebody having decided what it means',
    unit: 'working days',
    most: 30,
    usual: 2,
  },
  resultTellingWorkingDays: {
    subject: 'Telling the person',
    hint: 'From the review to the person knowing; three weeks after the test at the latest',
    unit: 'working days',
    most: 30,
    usual: 5,
  },
  recallDays: {
    subject: 'Seen after being called back',
    hint: 'From calling somebody back to clinic to seeing them',
    unit: 'days',
    most: 60,
    usual: 14,
  },
}
