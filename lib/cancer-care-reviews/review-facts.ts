import type { CalendarDate } from '@/lib/nhs/calendar-date'

/** What is known about one diagnosis and the reviews after it. Days of the future count for nothing yet. */
export type ReviewFacts = {
  diagnosedOn: CalendarDate
  /** When the diagnosis came into the record, so that the practice could know of it. */
  recordedOn: CalendarDate
  /** With the practice of today; null when the person is registered with none. */
  registeredOn: CalendarDate | null
  diedOn: CalendarDate | null
  /** Since when the person is under palliative care, which has reviews of its own. */
  palliativeSince: CalendarDate | null
  /** When a clinician judged a review to be unsuitable for this person. */
  unsuitableSince: CalendarDate | null
  /** Each time the person said no. */
  declinedOn: readonly CalendarDate[]
  /** Invitations that were not answered. */
  unansweredOn: readonly CalendarDate[]
  /** Reviews that were held, with whichever practice. */
  reviewedOn: readonly CalendarDate[]
}

/** The facts as they stood at the end of that day, except for the diagnosis itself and where the person is registered. */
export function factsBy(day: CalendarDate, facts: ReviewFacts): ReviewFacts {
  const known = (date: CalendarDate | null) => (date !== null && date <= day ? date : null)
  const allKnown = (dates: readonly CalendarDate[]) => dates.filter((date) => date <= day).sort()
  return {
    ...facts,
    diedOn: known(facts.diedOn),
    palliativeSince: known(facts.palliativeSince),
    unsuitableSince: known(facts.unsuitableSince),
    declinedOn: allKnown(facts.declinedOn),
    unansweredOn: allKnown(facts.unansweredOn),
    reviewedOn: allKnown(facts.reviewedOn),
  }
}
