import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import type { BankHolidays } from '@/lib/nhs/working-days'
import type { SurveillanceTests } from '@/lib/results/surveillance-tests'
import type { DueTest } from './due-tests'
import type { Occurrence } from './occurrences'
import type { PathwayFacts } from './pathway'
import { HEARD_WITHIN_DAYS } from './tell-by'

/** Days until a blood result is looked for; ours. */
const CHASE_DAYS = 14

/**
 * A team's own numbers, where it has set them: working days to review and to tell. `chaseDays`: how long nobody asks after a
 * blood result, from the test, or from the day that a test was asked for.
 */
type Standards = { reviewWorkingDays: number; tellingWorkingDays: number; chaseDays: number }

/** What obligations are worked out by besides the facts. */
export type Given = {
  today: CalendarDate
  tests: SurveillanceTests
  holidays: BankHolidays
  standards?: Standards
}

/** When the absence of a test that was not done is somebody's. */
export type Chase = {
  /** By when it is to be there. */
  by: CalendarDate
  /** The first day on which its absence is looked into. */
  from: CalendarDate
}

/**
 * A test is looked for once its grace is over; a blood test that was asked for the team's days after that or after its day,
 * whichever is later, if that is sooner. Without the team's number it is awaited until its window closes.
 */
export function chaseOf(
  { key, test, dueOn, closesOn, overdueOn }: DueTest,
  known: PathwayFacts,
  { tests, standards }: Given,
): Chase {
  const asked = known.requests.filter(({ due }) => due === key).map(({ on }) => on)
  const last = asked.toSorted().at(-1)
  const isBlood = tests.tests.some(
    ({ code, resultWithinDays }) => code === test && resultWithinDays === undefined,
  )
  if (!last || !standards || !isBlood) return { by: closesOn, from: overdueOn }
  const from = addDays(last > dueOn ? last : dueOn, standards.chaseDays)
  const first = from < overdueOn ? from : overdueOn
  return { by: first, from: first }
}

/** Days until a result that has not come is looked for: as the test has it, else as the team has. */
export function resultWithin({ test }: Occurrence, { tests, standards }: Given): number {
  const known = tests.tests.find(({ code }) => code === test)
  if (!known) return HEARD_WITHIN_DAYS
  return known.resultWithinDays ?? standards?.chaseDays ?? CHASE_DAYS
}
