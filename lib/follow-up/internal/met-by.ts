import { addDays } from '@/lib/nhs/calendar-date'
import type { Occurrence } from '../occurrences'
import type { PathwayFacts, PlannedTest } from '../pathway'
import { textOrder } from './text-order'

/** A repeat is looked into a week after its day, the same as a window of no length with that grace; ours. */
const REPEAT_GRACE_DAYS = 7

/** The first test from the day a window opens until the next of the same test does. */
export function meetPlanned(
  planned: readonly PlannedTest[],
  occurrences: readonly Occurrence[],
): [string, Occurrence][] {
  return planned.flatMap((due, place): [string, Occurrence][] => {
    const next = planned.slice(place + 1).find(({ test }) => test === due.test)
    const met = occurrences.find(
      ({ test, on }) => test === due.test && on >= due.opensOn && (!next || on < next.opensOn),
    )
    return met ? [[due.key, met]] : []
  })
}

/** The first test after the order that no repeat due earlier has taken. One that met a planned test counts here as well. */
export function meetRepeats(
  repeats: PathwayFacts['repeats'],
  occurrences: readonly Occurrence[],
): [string, Occurrence][] {
  const taken = new Set<string>()
  const inOrder = repeats.toSorted(
    (one, other) => textOrder(one.dueOn, other.dueOn) || textOrder(one.id, other.id),
  )
  return inOrder.flatMap((repeat): [string, Occurrence][] => {
    const met = occurrences.find(
      ({ key, test, on }) => test === repeat.test && on > repeat.orderedOn && !taken.has(key),
    )
    if (!met) return []
    taken.add(met.key)
    return [[repeatKey(repeat), met]]
  })
}

/** What somebody said that a test answers. */
export function meetChosen(occurrences: readonly Occurrence[]): [string, Occurrence][] {
  return occurrences.flatMap((occurrence): [string, Occurrence][] =>
    occurrence.chosenFor === null ? [] : [[occurrence.chosenFor, occurrence]],
  )
}

/** A repeat as a planned test: any day after the order up to its own is in time. */
export function planRepeat(repeat: PathwayFacts['repeats'][number]): PlannedTest {
  const { test, orderedOn, dueOn } = repeat
  const overdueOn = addDays(dueOn, REPEAT_GRACE_DAYS + 1)
  return { key: repeatKey(repeat), test, dueOn, opensOn: addDays(orderedOn, 1), closesOn: dueOn, overdueOn }
}

function repeatKey({ id, test }: PathwayFacts['repeats'][number]): string {
  return `${test} repeat ${id}`
}
