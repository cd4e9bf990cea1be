import type { Standards } from './standards'

/** The days that a team may set, in the order of the page. */
export const STANDARD_NAMES = [
  'assessmentDaysAfterDiagnosis',
  'assessmentDaysAfterTreatment',
  'assessmentDaysAfterOffer',
  'carePlanDaysAfterAssessment',
  'carePlanReviewDays',
  'sharedPlanReadDays',
  'summaryDaysAfterTreatment',
  'practiceAnswerWorkingDays',
  'contactAnswerWorkingHours',
] as const satisfies (keyof Standards)[]

export type StandardName = (typeof STANDARD_NAMES)[number]

type StandardLimit = { subject: string; hint: string; most: number; usual: number; unit?: 'hours' }

/**
 * The words of each, the most days (or hours: `unit`) that can be set (the table has the same as a check), and what it is until somebody
 * sets it. Sources of the usual figures: README.md.
 */
export const STANDARDS_LIMITS: Readonly<Record<StandardName, StandardLimit>> = {
  assessmentDaysAfterDiagnosis: {
    subject: 'Assessment after diagnosis',
    hint: 'From the diagnosis to the first offer of a holistic needs assessment',
    most: 365,
    usual: 31,
  },
  assessmentDaysAfterTreatment: {
    subject: 'Assessment after treatment',
    hint: 'From the end of a treatment to the next offer',
    most: 365,
    usual: 42,
  },
  assessmentDaysAfterOffer: {
    subject: 'Assessment after an accepted offer',
    hint: 'Also until somebody undecided is asked again',
    most: 365,
    usual: 14,
  },
  carePlanDaysAfterAssessment: {
    subject: 'Care plan after assessment',
    hint: 'From the assessment to an agreed care plan',
    most: 365,
    usual: 14,
  },
  carePlanReviewDays: {
    subject: 'Care plan review',
    hint: 'From agreement to review',
    most: 730,
    usual: 84,
  },
  sharedPlanReadDays: {
    subject: 'Shared plan or summary read by the practice',
    hint: 'From sending it to the practice having read it. Counts for the practice’s own list',
    most: 365,
    usual: 7,
  },
  summaryDaysAfterTreatment: {
    subject: 'Treatment summary after treatment',
    hint: 'From the end of treatment to a signed treatment summary',
    most: 365,
    usual: 42,
  },
  practiceAnswerWorkingDays: {
    subject: 'Answer of the practice to a treatment summary',
    hint: 'Working days, from asking to the practice having answered',
    most: 60,
    usual: 10,
  },
  contactAnswerWorkingHours: {
    subject: 'Answer to a contact',
    hint: 'Working hours (9 am to 5 pm), from somebody getting in touch to a decision, where nothing is urgent',
    most: 40,
    usual: 8,
    unit: 'hours',
  },
}

/** What a standard counts in, for a person. */
export function unitOf(name: StandardName): 'days' | 'hours' {
  return STANDARDS_LIMITS[name].unit ?? 'days'
}
