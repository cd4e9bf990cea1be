import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { addWorkingDays } from '@/lib/nhs/working-days'
import { chaseOf, resultWithin, type Chase, type Given } from './chase'
import { pathwayTests, type DueTest, type PathwayTests } from './due-tests'
import { factsKnownBy, suspensionsOf } from './facts-known'
import type { Occurrence } from './occurrences'
import type { PathwayFacts, PathwaySnapshot } from './pathway'
import { endsOn } from './schedule'
import { tellBy } from './tell-by'
import { textOrder } from './internal/text-order'

/** What is owed on a pathway. Each becomes a task with one owner. */
export const OBLIGATION_KINDS = [
  'plan_test',
  'request_test',
  'await_test',
  'chase_test',
  'await_result',
  'chase_result',
  'review_result',
  'tell_person',
  'review_suspension',
  'end_follow_up',
] as const

export type Obligation = {
  kind: (typeof OBLIGATION_KINDS)[number]
  /** What it is about: the key of a due test, of a test that was done, or `pathway`. At most one obligation for each. */
  about: string
  dueOn: CalendarDate
}

/** Working days to review a result: out of range, the worklists of the trusts we read give two; ours for all. */
const REVIEW_WORKING_DAYS = 2
/** Working days from an abnormal result to clinic (London leaflet on stratified follow-up), and so of a suspension. */
const SUSPENSION_WORKING_DAYS = 14

/**
 * What is owed at the end of a day, most urgent first: for each due test and each result exactly one thing, and for a
 * person on the pathway always at least one. While suspended no tests are asked for, but results go on being read and
 * told; after the end they do too, except after a death.
 */
export function obligationsOf(snapshot: PathwaySnapshot, facts: PathwayFacts, given: Given): Obligation[] {
  return obligationsFrom(pathwayTests(snapshot, facts, given), snapshot, facts, given)
}

/** The same where it is known already how the tests of the pathway stand on that day. */
export function obligationsFrom(
  { due, extra }: PathwayTests,
  snapshot: PathwaySnapshot,
  facts: PathwayFacts,
  given: Given,
): Obligation[] {
  const known = factsKnownBy(given.today, facts)
  if (known.end?.reason === 'died') return []
  const done = [...new Set([...due.flatMap(({ metBy }) => metBy ?? []), ...extra])]
  const settled = new Set([
    ...known.settlements.map(({ due: key }) => key),
    ...due.flatMap((test) =>
      test.metBy && known.settlements.some(({ due: key }) => key === test.key) ? [test.metBy.key] : [],
    ),
  ])
  const owed = done.flatMap((occurrence) => owedFor(occurrence, settled.has(occurrence.key), given))
  const rest = known.end ? [] : owedByPathway(snapshot, known, due, given)
  return [...owed, ...rest].sort(
    (one, other) => textOrder(one.dueOn, other.dueOn) || textOrder(one.about, other.about),
  )
}

function owedByPathway(
  snapshot: PathwaySnapshot,
  known: PathwayFacts,
  due: readonly DueTest[],
  given: Given,
): Obligation[] {
  const { today, holidays } = given
  const suspension = suspensionsOf(known).at(-1)
  if (suspension?.until === null) {
    const dueOn = addWorkingDays(suspension.from, SUSPENSION_WORKING_DAYS, holidays)
    return [{ kind: 'review_suspension', about: 'pathway', dueOn }]
  }
  const awaited = due.flatMap((test) => owedForTest(test, chaseOf(test, known, given), today))
  const next = due.find(({ state }) => state === 'not_yet')
  if (next) return [...awaited, { kind: 'plan_test', about: next.key, dueOn: next.dueOn }]
  return [...awaited, { kind: 'end_follow_up', about: 'pathway', dueOn: endsOn(snapshot) }]
}

function owedForTest({ key, state, dueOn }: DueTest, chase: Chase, today: CalendarDate): Obligation[] {
  if (state !== 'due' && state !== 'requested') return []
  if (today >= chase.from) return [{ kind: 'chase_test', about: key, dueOn: chase.from }]
  return state === 'due'
    ? [{ kind: 'request_test', about: key, dueOn }]
    : [{ kind: 'await_test', about: key, dueOn: chase.by }]
}

function owedFor(done: Occurrence, isSettled: boolean, given: Given): Obligation[] {
  const { today, holidays, standards } = given
  const about = done.key
  if (done.unreviewedSince !== null) {
    const dueOn = addWorkingDays(
      done.unreviewedSince,
      standards?.reviewWorkingDays ?? REVIEW_WORKING_DAYS,
      holidays,
    )
    return [{ kind: 'review_result', about, dueOn }]
  }
  if (done.resultedOn === null) {
    if (isSettled) return []
    const dueOn = addDays(done.on, resultWithin(done, given))
    return [{ kind: today > dueOn ? 'chase_result' : 'await_result', about, dueOn }]
  }
  return done.reviewedOn !== null && done.toldOn === null
    ? [{ kind: 'tell_person', about, dueOn: tellingDay(done.on, done.reviewedOn, given) }]
    : []
}

function tellingDay(
  doneOn: CalendarDate,
  reviewedOn: CalendarDate,
  { standards, holidays }: Given,
): CalendarDate {
  return tellBy({ doneOn, reviewedOn, workingDays: standards?.tellingWorkingDays ?? null, holidays })
}
