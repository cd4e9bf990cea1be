import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { SurveillanceTests } from '@/lib/results/surveillance-tests'
import { ruleNameInFull } from './internal/alert-in-words'
import { spanInWords } from './internal/span-in-words'
import type { Override } from './pathway'
import type { AlertRule, Protocol } from './protocol'

/** What is otherwise for one person than their protocol says, without the reason. */
export function overrideInWords(
  override: Override,
  { duration, alerts }: Protocol,
  tests: SurveillanceTests,
): string {
  switch (override.kind) {
    case 'interval': {
      const name = tests.tests.find(({ code }) => code === override.test)?.name ?? override.test
      const every = spanInWords({ months: override.months })
      return `${name} every ${every} from ${formatDateForStaff(override.fromOn)}`
    }
    case 'threshold':
      return thresholdInWords(
        override,
        alerts.find(({ code }) => code === override.rule),
        tests,
      )
    case 'duration':
      return `Followed up for ${override.years} years in place of ${duration.years}`
    case 'anchor':
      return `Counted from ${formatDateForStaff(override.on)}`
  }
}

type Threshold = Extract<Override, { kind: 'threshold' }>

function thresholdInWords(
  { rule: code, value }: Threshold,
  rule: AlertRule | undefined,
  tests: SurveillanceTests,
): string {
  const limit = rule && thresholdOf(rule)
  if (!limit || !rule) return `Rule ${code} at ${value}`
  return `${ruleNameInFull(rule, tests)}: looked at from ${value} ${limit.unit} in place of ${limit.value}`
}

/** The number of a rule that can be set for one person; null where it has none. */
export function thresholdOf(rule: AlertRule): { value: number; unit: string } | null {
  if (rule.kind === 'limit') return { value: rule.value, unit: rule.unit }
  return rule.kind === 'above_nadir' || rule.kind === 'above_baseline'
    ? { value: rule.by, unit: rule.unit }
    : null
}
