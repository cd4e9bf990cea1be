import { addDays, addMonths, daysBetween, type CalendarDate } from '@/lib/nhs/calendar-date'
import type { ReviewFacts } from './review-facts'
import type { ReviewStandards } from './review-standards'

/** Why no review is owed, the weightiest first. */
export const REVIEW_EXCUSES = [
  'died',
  'no_practice',
  'palliative_care',
  'unsuitable',
  'declined',
  'no_answer',
  'long_ago',
  'recorded_late',
  'registered_late',
] as const

export type ReviewExcuse = (typeof REVIEW_EXCUSES)[number]

/** What an excuse is judged by: a window, the facts as they stand on `today`, and the standards. */
export type ExcuseCase = {
  /** From when a refusal, or an invitation, is about this window. */
  from: CalendarDate
  dueOn: CalendarDate
  lookBackMonths: number
  today: CalendarDate
  facts: ReviewFacts
  standards: ReviewStandards
}

const HOLDS: Record<ReviewExcuse, (judged: ExcuseCase) => boolean> = {
  died: ({ facts }) => facts.diedOn !== null,
  no_practice: ({ facts }) => facts.registeredOn === null,
  palliative_care: ({ facts }) => facts.palliativeSince !== null,
  unsuitable: ({ facts }) => facts.unsuitableSince !== null,
  declined: ({ facts, from }) => facts.declinedOn.some((day) => day >= from),
  no_answer: invitedInVain,
  long_ago: ({ facts, today, lookBackMonths }) => today > addMonths(facts.diagnosedOn, lookBackMonths),
  recorded_late: ({ facts, standards, dueOn, today }) =>
    today > dueOn && addDays(facts.recordedOn, standards.recordingNoticeDays) > dueOn,
  registered_late: ({ facts, standards, dueOn, today }) =>
    today > dueOn &&
    facts.registeredOn !== null &&
    facts.registeredOn > addMonths(dueOn, -standards.registrationMonths),
}

/** Two invitations, each with its time to answer: that of the second is over too, or it would excuse on the day it is sent. */
function invitedInVain({ facts, from, today, standards: { invitationGapDays } }: ExcuseCase): boolean {
  const answerable = facts.unansweredOn.filter(
    (day) => day >= from && daysBetween(day, today) >= invitationGapDays,
  )
  const [first, last] = [answerable[0], answerable.at(-1)]
  return first !== undefined && last !== undefined && daysBetween(first, last) >= invitationGapDays
}

/**
 * Why no review is owed, or null when it is. Late records and late registrations excuse only what is past its last day:
 * until then a review is still worth holding. Sources: `DEFAULT_REVIEW_STANDARDS`; informed dissent and unsuitable as in
 * the indicators. Their rule about the last three months of a reporting year has no meaning without such a year.
 */
export function excuseFor(judged: ExcuseCase): ReviewExcuse | null {
  return REVIEW_EXCUSES.find((reason) => HOLDS[reason](judged)) ?? null
}
