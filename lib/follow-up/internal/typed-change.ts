import type { z } from 'zod'
import { addYears, type CalendarDate } from '@/lib/nhs/calendar-date'
import { RuleBroken } from '@/lib/platform/errors'
import type { FieldError } from '@/lib/platform/form-state'
import { isPossibleDuration, overrideFaults, type OverrideFault } from '../override-rules'
import type { Override, PathwaySnapshot } from '../pathway'
import type { changeForPersonSchema } from '../personal-change-schema'
import { isSameChange } from '../personal-changes'

type Typed = z.output<typeof changeForPersonSchema>

/** Longer ago than this the day of an operation or diagnosis is a slip. */
const LONGEST_SINCE_ANCHOR = 60

/** A change as a clinician typed it. @throws RuleBroken at each field where something is missing or cannot be */
export function typedChange(typed: Typed, snapshot: PathwaySnapshot, today: CalendarDate): Override {
  const change = overrideOf(typed)
  const faults = faultsOf(change, snapshot, today)
  if (faults.length > 0) throw new RuleBroken(faults)
  if (snapshot.overrides.some((standing) => isSameChange(standing, change)))
    throw new RuleBroken('It is so for this person already')
  return change
}

function overrideOf({ kind, test, months, fromOn, rule, value, years, on, reason }: Typed): Override {
  switch (kind) {
    case 'interval':
      return { kind, test, months: months ?? Number.NaN, fromOn: fromOn ?? '', reason }
    case 'threshold':
      return { kind, rule, value: value ?? Number.NaN, reason }
    case 'duration':
      return { kind, years: years ?? Number.NaN, reason }
    case 'anchor':
      return { kind, on: on ?? '', reason }
  }
}

const RULE_FAULTS: Readonly<Record<OverrideFault, string>> = {
  no_reason: 'Enter the reason',
  no_such_test: 'Select the test',
  no_such_rule: 'Select what is looked at by itself',
  rule_without_threshold: 'Select something that has a number',
  not_a_length: 'Enter a whole number from 1',
  not_a_threshold: 'Enter a number from 0, with a point and six decimals or fewer',
}

const FIELDS: Readonly<Record<OverrideFault, string>> = {
  no_reason: 'reason',
  no_such_test: 'test',
  no_such_rule: 'rule',
  rule_without_threshold: 'rule',
  not_a_length: 'months',
  not_a_threshold: 'value',
}

/** In the order of the form, which asks for the reason last. */
function faultsOf(change: Override, snapshot: PathwaySnapshot, today: CalendarDate): FieldError[] {
  const faults = overrideFaults(change, snapshot.protocol)
  const those = (isOfReason: boolean) =>
    faults
      .filter((fault) => (fault === 'no_reason') === isOfReason)
      .map((fault) => ({ field: fieldOf(fault, change), message: RULE_FAULTS[fault] }))
  const day = dayFault(change, snapshot, today)
  return [...those(false), ...(day ? [day] : []), ...those(true)]
}

function fieldOf(fault: OverrideFault, { kind }: Override): string {
  return kind === 'duration' && fault === 'not_a_length' ? 'years' : FIELDS[fault]
}

function dayFault(
  change: Override,
  { startedOn, bornOn, anchorOn }: PathwaySnapshot,
  today: CalendarDate,
): FieldError | null {
  switch (change.kind) {
    case 'interval':
      if (change.fromOn >= today) return null
      return { field: 'fromOn', message: 'Enter the day from which it holds: today or later' }
    case 'duration':
      if (!isPossibleDuration(change.years) || addYears(anchorOn, change.years) >= today) return null
      return { field: 'years', message: 'Follow-up would be over already. End it instead' }
    case 'anchor':
      return anchorFault(change.on, { startedOn, bornOn })
    case 'threshold':
      return null
  }
}

function anchorFault(
  on: CalendarDate,
  { startedOn, bornOn }: { startedOn: CalendarDate; bornOn: CalendarDate },
): FieldError | null {
  if (on === '') return { field: 'on', message: 'Enter the day that tests are counted from' }
  if (on < bornOn || on < addYears(startedOn, -LONGEST_SINCE_ANCHOR))
    return { field: 'on', message: 'The day is too early for this person' }
  return null
}
