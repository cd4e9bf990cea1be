import { daysBetween, type CalendarDate } from '@/lib/nhs/calendar-date'
import type { SurveillanceTests } from '@/lib/results/surveillance-tests'
import { pathwayTests, type DueTest } from './due-tests'
import { textOrder } from './internal/text-order'
import type { Override, PathwayFacts, PathwaySnapshot } from './pathway'
import type { Protocol } from './protocol'

export type OnPathway = { personId: string; snapshot: PathwaySnapshot; facts: PathwayFacts }

/** What becomes of the next test of one kind; null where there is none before or after, and then no days either. */
export type MovedDate = {
  test: string
  before: CalendarDate | null
  after: CalendarDate | null
  /** Later when positive. */
  days: number | null
}

export type Rehearsed = {
  personId: string
  /** The next date of each test whose date changes. */
  moved: readonly MovedDate[]
  /** Tests that would be overdue by the new version and are not now. */
  becomesOverdue: readonly { test: string; dueOn: CalendarDate }[]
  /** Tests asked for or overdue now that the new version does not have: nothing is dropped unseen. */
  noLongerDue: readonly { test: string; dueOn: CalendarDate }[]
  /** What was set for this person and the new version has no test or rule for. */
  lostOverrides: readonly Override[]
}

export type Rehearsal = {
  /** How many have a pathway by another version of the protocol, and would move. */
  people: number
  /** Of them, those for whom something changes, and what. */
  changes: readonly Rehearsed[]
}

/**
 * What a new version of a protocol would do, if everybody with an older one moved to it today. Nobody does by this.
 *
 * @param people with any protocol; those with another one, or with this version, are left out
 */
export function rehearse(
  people: readonly OnPathway[],
  next: Protocol,
  given: { today: CalendarDate; tests: SurveillanceTests },
): Rehearsal {
  const concerned = people.filter(
    ({ snapshot: { protocol }, facts: { end } }) =>
      protocol.id === next.id && protocol.version !== next.version && !(end && end.on <= given.today),
  )
  const changes = concerned
    .map((person) => rehearseOne(person, next, given))
    .filter(
      ({ moved, becomesOverdue, noLongerDue, lostOverrides }) =>
        moved.length + becomesOverdue.length + noLongerDue.length + lostOverrides.length > 0,
    )
  return { people: concerned.length, changes }
}

function rehearseOne(
  { personId, snapshot, facts }: OnPathway,
  next: Protocol,
  given: { today: CalendarDate; tests: SurveillanceTests },
): Rehearsed {
  const before = pathwayTests(snapshot, facts, given).due
  const after = pathwayTests({ ...snapshot, protocol: next }, facts, given).due
  const kinds = [...new Set([...before, ...after].map(({ test }) => test))].sort(textOrder)
  const overdue = (due: readonly DueTest[]) => due.filter(({ isOverdue }) => isOverdue)
  return {
    personId,
    moved: kinds.flatMap((test) => movedDate(test, before, after, given.today)),
    becomesOverdue: notIn(overdue(after), overdue(before)),
    noLongerDue: notIn(before.filter(isOpen), after),
    lostOverrides: snapshot.overrides.filter((override) => !isMeantBy(override, next)),
  }
}

function isOpen({ state }: DueTest): boolean {
  return state === 'due' || state === 'requested'
}

function notIn(tests: readonly DueTest[], others: readonly DueTest[]) {
  const keys = new Set(others.map(({ key }) => key))
  return tests.filter(({ key }) => !keys.has(key)).map(({ test, dueOn }) => ({ test, dueOn }))
}

/** The next day from today on. What is open from before keeps its day, becomes overdue or is named as dropped. */
function nextDate(test: string, due: readonly DueTest[], today: CalendarDate): CalendarDate | null {
  const coming = due.find(
    (one) => one.test === test && one.dueOn >= today && (one.state === 'not_yet' || isOpen(one)),
  )
  return coming?.dueOn ?? null
}

function movedDate(
  test: string,
  dueBefore: readonly DueTest[],
  dueAfter: readonly DueTest[],
  today: CalendarDate,
): MovedDate[] {
  const [before, after] = [nextDate(test, dueBefore, today), nextDate(test, dueAfter, today)]
  if (before === after) return []
  return [{ test, before, after, days: before && after ? daysBetween(before, after) : null }]
}

/** Whether a protocol has the test or the rule that was changed for somebody. */
export function isMeantBy(override: Override, { items, alerts }: Protocol): boolean {
  if (override.kind === 'interval') return items.some(({ test }) => test === override.test)
  if (override.kind === 'duration' || override.kind === 'anchor') return true
  return alerts.some(({ code }) => code === override.rule)
}
