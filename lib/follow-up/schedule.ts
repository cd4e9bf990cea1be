import { addDays, addMonths, daysBetween, type CalendarDate } from '@/lib/nhs/calendar-date'
import type { Override, PathwaySnapshot, PlannedTest } from './pathway'
import { dayAfter, isYoungEnough, offsetsOf } from './planned-tests'
import type { ProtocolItem } from './protocol-schedule'
import { textOrder } from './internal/text-order'

const MONTHS_IN_YEAR = 12

type Day = { key: string; on: CalendarDate; notBefore: boolean }
type IntervalOverride = Extract<Override, { kind: 'interval' }>

/** The last day of the follow-up: its years from the anchor, or its last test where one is due later. */
export function endsOn(snapshot: PathwaySnapshot): CalendarDate {
  const last = plannedTests(snapshot).at(-1)?.dueOn
  const end = endOfYears(snapshot)
  return last !== undefined && last > end ? last : end
}

function endOfYears({ protocol, anchorOn, overrides }: PathwaySnapshot): CalendarDate {
  return addMonths(anchorOn, (yearsSetIn(overrides) ?? protocol.duration.years) * MONTHS_IN_YEAR)
}

/** As set for the person last, or null. */
function yearsSetIn(overrides: readonly Override[]): number | null {
  const set = overrides.findLast((override) => override.kind === 'duration')
  return set?.kind === 'duration' ? set.years : null
}

/**
 * Every test of the pathway, in order of the day it is due: from the protocol as the person's snapshot has it, with what
 * was changed for them. Every day is counted from the anchor. Of what was over before the person came, nothing.
 */
export function plannedTests(snapshot: PathwaySnapshot): PlannedTest[] {
  return snapshot.protocol.items
    .flatMap((item) => apart(daysOf(item, snapshot).map((day) => plan(item, day))))
    .filter(({ closesOn }) => closesOn >= snapshot.startedOn)
    .sort((one, other) => textOrder(one.dueOn, other.dueOn) || textOrder(one.key, other.key))
}

/** The days of one item, earliest first. */
function daysOf(item: ProtocolItem, snapshot: PathwaySnapshot): Day[] {
  const { anchorOn, bornOn, overrides } = snapshot
  const years = yearsSetIn(overrides)
  const base = offsetsOf(years === null ? item : lasting(item, years))
    .map(({ key, span, notBefore, untilAge }) => ({
      key,
      on: dayAfter(anchorOn, span),
      notBefore,
      untilAge,
    }))
    .filter(({ on, untilAge }) => isYoungEnough(bornOn, untilAge, on))
    .filter(({ on }) => years === null || on <= endOfYears(snapshot))
  const changes = overrides
    .filter((override) => override.kind === 'interval' && override.test === item.test)
    .map((override) => override as IntervalOverride)
    .sort((one, other) => textOrder(one.fromOn, other.fromOn))
  return changedDays(base, changes, snapshot).sort((one, other) => textOrder(one.on, other.on))
}

/** The item with its last years going on for as long as the person is followed up. */
function lasting(item: ProtocolItem, years: number): ProtocolItem {
  const last = item.years.at(-1)
  if (!last || last.untilAge !== undefined || last.to >= years) return item
  return { ...item, years: [...item.years.slice(0, -1), { ...last, to: years }] }
}

/** What was planned before the first change, then each change until the next. */
function changedDays(
  base: readonly Day[],
  changes: readonly IntervalOverride[],
  snapshot: PathwaySnapshot,
): Day[] {
  const first = changes[0]
  if (!first) return [...base]
  const lastPlanned = base.reduce((last, { on }) => (on > last ? on : last), endOfYears(snapshot))
  const before = base.filter(({ on }) => on < first.fromOn)
  const after = changes.flatMap((change, place) => {
    const until = changes[place + 1]?.fromOn ?? addDays(lastPlanned, 1)
    return multiplesOf(change.months, snapshot.anchorOn, lastPlanned).filter(
      ({ on }) => on >= change.fromOn && on < until,
    )
  })
  return [...before, ...after]
}

function multiplesOf(months: number, anchorOn: CalendarDate, until: CalendarDate): Day[] {
  const days: Day[] = []
  for (let total = months; addMonths(anchorOn, total) <= until; total += months)
    days.push({ key: `${total}m`, on: addMonths(anchorOn, total), notBefore: false })
  return days
}

function plan(item: ProtocolItem, { key, on, notBefore }: Day): PlannedTest {
  const { before, after } = item.window
  const closesOn = addDays(on, after.days)
  return {
    key: `${item.test} ${key}`,
    test: item.test,
    dueOn: on,
    opensOn: notBefore ? on : addDays(on, -before.days),
    closesOn,
    overdueOn: addDays(closesOn, item.grace.days + 1),
  }
}

/** Windows that a change for one person makes overlap are cut half-way, so that no day counts for two tests. */
function apart(planned: readonly PlannedTest[]): PlannedTest[] {
  const tests = planned.map((test) => ({ ...test }))
  tests.forEach((later, place) => {
    const earlier = tests[place - 1]
    if (!earlier || earlier.closesOn < later.opensOn) return
    const half = Math.floor((daysBetween(earlier.dueOn, later.dueOn) - 1) / 2)
    const cut = addDays(earlier.dueOn, half)
    if (earlier.closesOn > cut) earlier.closesOn = cut
    if (later.opensOn <= cut) later.opensOn = addDays(cut, 1)
  })
  return tests
}
