import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'

type AssessmentStandards = {
  assessmentDaysAfterDiagnosis: number
  assessmentDaysAfterTreatment: number
  assessmentDaysAfterOffer: number
}

/** First assessment: by default within 31 days of diagnosis (Alliance standards; a setting of each team). */
export function offerDueAfterDiagnosis(
  diagnosedOn: CalendarDate,
  standards: AssessmentStandards,
): CalendarDate {
  return addDays(diagnosedOn, standards.assessmentDaysAfterDiagnosis)
}

/** At the end of a treatment: by default within 6 weeks (Alliance standards; a setting of each team). */
export function offerDueAfterTreatment(endedOn: CalendarDate, standards: AssessmentStandards): CalendarDate {
  return addDays(endedOn, standards.assessmentDaysAfterTreatment)
}

/** From an accepted offer to the assessment, and from "undecided" to asking again: by default 14 days. */
export function dueAfterOffer(offeredOn: CalendarDate, standards: AssessmentStandards): CalendarDate {
  return addDays(offeredOn, standards.assessmentDaysAfterOffer)
}
