import type { z } from 'zod'
import { addYears, type CalendarDate } from '@/lib/nhs/calendar-date'
import { RuleBroken } from '@/lib/platform/errors'
import type { FieldError } from '@/lib/platform/form-state'
import { overrideFault } from '../override-rules'
import type { Override, PathwaySnapshot } from '../pathway'
import type { changeForPersonSchema } from '../personal-change-schema'
import { isSameChange } from '../personal-changes'

type Typed = z.output<typeof changeForPersonSchema>

/** Longer ago than this the day of an operation or diagnosis is a slip. */
const LONGEST_SINCE_ANCHOR = 60

/** A change as a clinician typed it. @throws RuleBroken at the field where something is missing or cannot be */
export function typedChange(typed: Typed, snapshot: PathwaySnapshot, today: CalendarDate): Override {
  const change = overrideOf(typed)
  const fault = faultOf(change, snapshot, today)
  if (fault) throw new RuleBroken([fault])
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

const RULE_FAULTS: Readonly<Record<NonNullable<ReturnType<typeof overrideFault>>, string>> = {
  no_reason: 'Enter the reason',
  no_such_test: 'Select the test',
  no_such_rule: 'Select what is looked at by itself',
  rule_without_threshold: 'Select something that has a number',
  not_a_length: 'Enter a whole number from 1',
  not_a_threshold: 'Enter a number from 0, with a point and six decimals or fewer',
}

const FIELDS: Readonly<Record<NonNullable<ReturnType<typeof overrideFault>>, string>> = {
  no_reason: 'reason',
  no_such_test: 'test',
  no_such_rule: 'rule',
  rule_without_threshold: 'rule',
  not_a_length: 'months',
  not_a_threshold: 'value',
}

function faultOf(
  change: Override,
  { protocol, startedOn, bornOn, anchorOn }: PathwaySnapshot,
  today: CalendarDate,
): FieldError | null {
  const fault = overrideFault(change, protocol)
  if (fault)
    return {
      field: change.kind === 'duration' && fault === 'not_a_length' ? 'years' : FIELDS[fault],
      message: RULE_FAULTS[fault],
    }
  if (change.kind === 'interval' && change.fromOn < today)
    return { field: 'fromOn', message: 'Enter the day from which it holds: today or later' }
  if (change.kind === 'duration' && addYears(anchorOn, change.years) < today)
    return { field: 'years', message: 'Follow-up would be over already. End it instead' }
  if (change.kind === 'anchor') return anchorFault(change.on, { startedOn, bornOn })
  return null
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
