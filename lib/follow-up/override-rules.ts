import { millionthsOf } from '@/lib/results/quantity'
import type { Override } from './pathway'
import type { AlertRule, Protocol } from './protocol'

/** Whether the rule has a number that can be set for one person. */
function hasThreshold(rule: AlertRule): boolean {
  return rule.kind === 'limit' || rule.kind === 'above_nadir' || rule.kind === 'above_baseline'
}

const FAULTS = [
  'no_such_test',
  'no_such_rule',
  'rule_without_threshold',
  'not_a_length',
  'not_a_threshold',
  'no_reason',
] as const

export type OverrideFault = (typeof FAULTS)[number]

const LONGEST_YEARS = 60
/** Fewer characters explain nothing; the database keeps none either. */
export const SHORTEST_REASON = 3

/** Why something cannot be changed for one person: every reason; none when it can. */
export function overrideFaults(override: Override, protocol: Protocol): OverrideFault[] {
  const faults = kindFaults(override, protocol)
  return override.reason.trim().length < SHORTEST_REASON ? [...faults, 'no_reason'] : faults
}

function kindFaults(override: Override, { items, alerts }: Protocol): OverrideFault[] {
  switch (override.kind) {
    case 'anchor':
      return []
    case 'duration':
      return isPossibleDuration(override.years) ? [] : ['not_a_length']
    case 'interval':
      return whereNot({
        no_such_test: items.some(({ test }) => test === override.test),
        not_a_length: isLength(override.months, LONGEST_YEARS * 12),
      })
    case 'threshold': {
      const rule = alerts.find(({ code }) => code === override.rule)
      return whereNot({
        no_such_rule: rule !== undefined,
        rule_without_threshold: !rule || hasThreshold(rule),
        not_a_threshold: override.value >= 0 && millionthsOf(override.value) !== null,
      })
    }
  }
}

/** The faults whose opposite does not hold. */
function whereNot(held: Partial<Record<OverrideFault, boolean>>): OverrideFault[] {
  return FAULTS.filter((fault) => held[fault] === false)
}

/** Whether anybody is followed up for so many years. */
export function isPossibleDuration(years: number): boolean {
  return isLength(years, LONGEST_YEARS)
}

function isLength(value: number, most: number): boolean {
  return Number.isInteger(value) && value > 0 && value <= most
}
