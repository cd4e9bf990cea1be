import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { SurveillanceTests } from '@/lib/results/surveillance-tests'
import { factsKnownBy, suspensionsOf, type Suspension } from './facts-known'
import { occurrencesOf, type Occurrence } from './occurrences'
import type { PathwayFacts, PathwaySnapshot, PlannedTest } from './pathway'
import { plannedTests } from './schedule'
import { meetChosen, meetPlanned, meetRepeats, planRepeat } from './internal/met-by'
import { textOrder } from './internal/text-order'

/**
 * Where a due test stands. `not_yet`: its window has not begun. `settled`: somebody decided that it is not needed.
 * `excused`: its window passed while the pathway was suspended. `stopped`: the pathway ended before it was done.
 */
export type TestState =
  | 'not_yet'
  | 'due'
  | 'requested'
  | 'done'
  | 'resulted'
  | 'reviewed'
  | 'told'
  | 'settled'
  | 'excused'
  | 'stopped'

export type DueTest = PlannedTest & {
  state: TestState
  /** It was not done within its window, whatever came after. */
  isMissed: boolean
  /** Not done, and past its grace: somebody has to look into it. */
  isOverdue: boolean
  isRepeat: boolean
  /** The test that met it. */
  metBy: Occurrence | null
}

export type PathwayTests = {
  /** Planned tests and repeats, in order of the day they are due. */
  due: readonly DueTest[]
  /** Tests that were done and met nothing that was due: their results are read and told all the same. */
  extra: readonly Occurrence[]
}

/**
 * Where every test of the pathway stands at the end of a day. A test counts for the planned one in whose window it falls;
 * after the window it still counts, late, until the next window begins. It never counts for two planned tests, and what
 * was missed stays missed. Where somebody said which test it answers, that counts.
 */
export function pathwayTests(
  snapshot: PathwaySnapshot,
  facts: PathwayFacts,
  { today, tests }: { today: CalendarDate; tests: SurveillanceTests },
): PathwayTests {
  const known = factsKnownBy(today, facts)
  const planned = plannedTests(snapshot)
  const repeats = known.repeats.map(planRepeat)
  const keys = new Set([...planned, ...repeats].map(({ key }) => key))
  const choices = (known.choices ?? []).filter(({ due }) => keys.has(due))
  const occurrences = occurrencesOf({ ...known, choices }, tests)
  const chosen = meetChosen(occurrences)
  const free = occurrences.filter(({ chosenFor }) => chosenFor === null)
  const metBy = new Map([
    ...meetPlanned(planned, free),
    ...meetRepeats(known.repeats, occurrences),
    ...chosen,
  ])
  const standing = { known, today, suspensions: suspensionsOf(known) }
  const due = [
    ...planned.map((test) => dueTest(test, false, { ...standing, metBy: metBy.get(test.key) ?? null })),
    ...repeats.map((test) => dueTest(test, true, { ...standing, metBy: metBy.get(test.key) ?? null })),
  ].sort((one, other) => textOrder(one.dueOn, other.dueOn) || textOrder(one.key, other.key))
  const used = new Set([...metBy.values()].map(({ key }) => key))
  return { due, extra: occurrences.filter(({ key }) => !used.has(key)) }
}

type Standing = {
  known: PathwayFacts
  today: CalendarDate
  suspensions: readonly Suspension[]
  metBy: Occurrence | null
}

function dueTest(test: PlannedTest, isRepeat: boolean, standing: Standing): DueTest {
  const { metBy, today, known } = standing
  const lastDay = known.end && known.end.on < today ? known.end.on : today
  const state = stateOf(test, isRepeat, standing)
  const isAwaited = state === 'due' || state === 'requested'
  return {
    ...test,
    state,
    isRepeat,
    metBy,
    isMissed: metBy ? metBy.on > test.closesOn : lastDay > test.closesOn && state !== 'excused',
    isOverdue: isAwaited && today >= test.overdueOn,
  }
}

function stateOf(test: PlannedTest, isRepeat: boolean, { metBy, ...standing }: Standing): TestState {
  const { known, today, suspensions } = standing
  if (metBy) return progressOf(metBy)
  if (known.settlements.some(({ due }) => due === test.key)) return 'settled'
  if (!isRepeat && suspensions.some((suspension) => isExcusedBy(suspension, test, today))) return 'excused'
  if (known.end) return 'stopped'
  if (known.requests.some(({ due }) => due === test.key)) return 'requested'
  return today < test.opensOn ? 'not_yet' : 'due'
}

function progressOf({ toldOn, reviewedOn, resultedOn }: Occurrence): TestState {
  if (resultedOn === null) return 'done'
  if (reviewedOn === null) return 'resulted'
  return toldOn === null ? 'reviewed' : 'told'
}

/** Due within a suspension that outlasted its window. One whose window was still open afterwards is due again. */
function isExcusedBy(
  { from, until }: Suspension,
  { dueOn, closesOn }: PlannedTest,
  today: CalendarDate,
): boolean {
  return from <= dueOn && closesOn < (until ?? today)
}
