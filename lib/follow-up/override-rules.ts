import { millionthsOf } from '@/lib/results/quantity'
import type { Override } from './pathway'
import type { AlertRule, Protocol } from './protocol'

/** Whether the rule has a number that can be set for one person. */
function hasThreshold(rule: AlertRule): boolean {
  return rule.kind === 'limit' || rule.kind === 'above_nadir' || rule.kind === 'above_baseline'
}

type OverrideFault =
  | 'no_reason'
  | 'no_such_test'
  | 'no_such_rule'
  | 'rule_without_threshold'
  | 'not_a_length'
  | 'not_a_threshold'

const LONGEST_YEARS = 60

/** Why something cannot be changed for one person, or null when it can. */
export function overrideFault(override: Override, { items, alerts }: Protocol): OverrideFault | null {
  if (override.reason.trim() === '') return 'no_reason'
  if (override.kind === 'anchor') return null
  if (override.kind === 'duration') return isLength(override.years, LONGEST_YEARS) ? null : 'not_a_length'
  if (override.kind === 'interval') {
    if (!items.some(({ test }) => test === override.test)) return 'no_such_test'
    return isLength(override.months, LONGEST_YEARS * 12) ? null : 'not_a_length'
  }
  const rule = alerts.find(({ code }) => code === override.rule)
  if (!rule) return 'no_such_rule'
  if (!hasThreshold(rule)) return 'rule_without_threshold'
  return override.value >= 0 && millionthsOf(override.value) !== null ? null : 'not_a_threshold'
}

function isLength(value: number, most: number): boolean {
  return Number.isInteger(value) && value > 0 && value <= most
}
