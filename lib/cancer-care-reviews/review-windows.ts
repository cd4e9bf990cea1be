import { addDays, addMonths, type CalendarDate } from '@/lib/nhs/calendar-date'
import { excuseFor, type ReviewExcuse } from './review-excuses'
import { factsBy, type ReviewFacts } from './review-facts'
import { DEFAULT_REVIEW_STANDARDS, type ReviewStandards } from './review-standards'

/** Where a window stands: `met` when a review was held, late if `metOn` is after `dueOn`; `excused` when none is owed. */
type ReviewStanding =
  | { state: 'not_yet' | 'due' | 'overdue' }
  | { state: 'met'; metOn: CalendarDate }
  | { state: 'excused'; reason: ReviewExcuse }

/** Both days belong to the window. Recorded or registered after `dueOn`, it opens too late and is excused. */
export type ReviewWindow = { opensOn: CalendarDate; dueOn: CalendarDate } & ReviewStanding

type Bounds = { from: CalendarDate; dueOn: CalendarDate; lookBackMonths: number }

/**
 * Where the two cancer care reviews after a diagnosis stand on a day.
 *
 * The first is owed within 93 days, the second within 12 months, both by the standards given; months end on the last day
 * of a shorter one, so that 29 February comes to 28 February. The second window begins where the first ends: a review in
 * the first does not meet the second, which is stricter than IND223, so that two conversations are held. One held later
 * meets both, the first of them late. A window opens only once the diagnosis is recorded and the person registered.
 *
 * @throws RangeError if by these standards the second window would end before the first
 */
export function reviewWindows(
  facts: ReviewFacts,
  today: CalendarDate,
  standards: ReviewStandards = DEFAULT_REVIEW_STANDARDS,
): { first: ReviewWindow; second: ReviewWindow } {
  const { diagnosedOn } = facts
  const firstDue = addDays(diagnosedOn, standards.firstDays)
  const first = { from: diagnosedOn, dueOn: firstDue, lookBackMonths: standards.firstLookBackMonths }
  const second = {
    from: addDays(firstDue, 1),
    dueOn: addMonths(diagnosedOn, standards.secondMonths),
    lookBackMonths: standards.secondLookBackMonths,
  }
  if (second.dueOn < second.from) throw new RangeError('The second window would end before the first')
  const known = factsBy(today, facts)
  const standing = (bounds: Bounds) => windowOf(bounds, known, today, standards)
  return { first: standing(first), second: standing(second) }
}

function windowOf(
  bounds: Bounds,
  facts: ReviewFacts,
  today: CalendarDate,
  standards: ReviewStandards,
): ReviewWindow {
  const { from, dueOn } = bounds
  const opensOn = latest(from, facts.recordedOn, facts.registeredOn ?? from)
  const days = { opensOn, dueOn }
  const metOn = facts.reviewedOn.find((day) => day >= from)
  if (metOn !== undefined) return { ...days, state: 'met', metOn }
  const reason = excuseFor({ ...bounds, facts, today, standards })
  if (reason !== null) return { ...days, state: 'excused', reason }
  if (today < opensOn) return { ...days, state: 'not_yet' }
  return { ...days, state: today > dueOn ? 'overdue' : 'due' }
}

function latest(...days: CalendarDate[]): CalendarDate {
  return days.reduce((one, other) => (one > other ? one : other))
}
