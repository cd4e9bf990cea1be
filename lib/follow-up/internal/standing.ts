import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { knownTests } from '@/lib/results/known-tests'
import { pathwayTests, type DueTest, type PathwayTests, type TestState } from '../due-tests'
import { obligationsFrom, type Obligation } from '../obligations'
import type { Occurrence } from '../occurrences'
import { holidays } from './england'
import type { KnownPathway } from './read-pathways'
import { extraKey } from './test-key'

/** Where a pathway stands on a day: its tests, and what is owed, each under the key of the test that it is about. */
export type Standing = PathwayTests & { owed: readonly Obligation[]; today: CalendarDate }

export function standingOf({ row, snapshot, facts }: KnownPathway, today: CalendarDate): Standing {
  if (!snapshot) return { due: [], extra: [], owed: [], today }
  const { resultReviewWorkingDays, resultTellingWorkingDays, resultChaseDays } = row.team
  const standards = {
    reviewWorkingDays: resultReviewWorkingDays,
    tellingWorkingDays: resultTellingWorkingDays,
    chaseDays: resultChaseDays,
  }
  const given = { today, tests: knownTests(), holidays, standards }
  const tests = pathwayTests(snapshot, facts, given)
  const keyOf = keysOfOccurrences(tests)
  const owed = obligationsFrom(tests, snapshot, facts, given).map((one) => ({
    ...one,
    about: keyOf.get(one.about) ?? one.about,
  }))
  return { ...tests, owed, today }
}

/** What a test that was done is kept as: the first due test that it met, or one of its own. */
function keysOfOccurrences({ due, extra }: PathwayTests): Map<string, string> {
  const met = due.flatMap(({ key, metBy }): [string, string][] => (metBy ? [[metBy.key, key]] : []))
  return new Map([
    ...met.reverse(),
    ...extra.map((occurrence): [string, string] => [occurrence.key, extraKey(occurrence)]),
  ])
}

/** A test of the pathway under its key: due, or done beyond what was due. */
export type StandingTest = Pick<
  DueTest,
  'key' | 'test' | 'dueOn' | 'opensOn' | 'overdueOn' | 'state' | 'metBy'
>

export function testsByKey({ due, extra }: PathwayTests): Map<string, StandingTest> {
  return new Map([
    ...due.map((test): [string, StandingTest] => [test.key, test]),
    ...extra.map((done): [string, StandingTest] => [extraKey(done), asTest(done)]),
  ])
}

function asTest(done: Occurrence): StandingTest {
  const { test, on } = done
  const days = { dueOn: on, opensOn: on, overdueOn: on }
  return { key: extraKey(done), test, ...days, state: stateOfExtra(done), metBy: done }
}

function stateOfExtra({ resultedOn, reviewedOn, toldOn }: Occurrence): TestState {
  if (resultedOn === null) return 'done'
  if (reviewedOn === null) return 'resulted'
  return toldOn === null ? 'reviewed' : 'told'
}
