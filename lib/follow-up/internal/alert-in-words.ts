import { ruleName } from '@/lib/results/alert'
import type { SurveillanceTests } from '@/lib/results/surveillance-tests'
import type { AlertRule } from '../protocol'

const LIMIT_WORDS = {
  at_or_above: 'at or above',
  above: 'above',
  at_or_below: 'at or below',
  below: 'below',
} as const

const PROPOSAL_WORDS = {
  repeat: 'repeat the test',
  contact: 'contact the person',
  recall: 'call the person back to clinic',
} as const

/** A rule as staff read it: what it is about, and from when it asks for what. */
export function alertInWords(rule: AlertRule, tests: SurveillanceTests): { what: string; value: string } {
  const caution = 'caution' in rule && rule.caution ? ` ${rule.caution.text}` : ''
  return {
    what: ruleNameInFull(rule, tests),
    value: `${conditionOf(rule)}: ${PROPOSAL_WORDS[rule.proposes]}.${caution}`,
  }
}

/** `PSA, too high`: what a rule is about and what it looks for. */
export function ruleNameInFull(rule: AlertRule, tests: SurveillanceTests): string {
  return `${subjectOf(rule, tests)}, ${ruleName(rule)}`
}

function subjectOf(rule: AlertRule, { analytes, tests }: SurveillanceTests): string {
  if ('analyte' in rule) return analytes.find(({ code }) => code === rule.analyte)?.name ?? rule.analyte
  return tests.find(({ code }) => code === rule.test)?.name ?? rule.test
}

function conditionOf(rule: AlertRule): string {
  switch (rule.kind) {
    case 'limit':
      return `${LIMIT_WORDS[rule.is]} ${rule.value} ${rule.unit}`
    case 'above_nadir':
      return `${rule.by} ${rule.unit} or more above the lowest since the day counted from`
    case 'above_baseline':
      return `${rule.by} ${rule.unit} or more above the first that is ${rule.settledDays} days or more after the day counted from`
    case 'consecutive_rises':
      return `${rule.rises} rises in a row`
    case 'doubling_time':
      return `doubling in less than ${rule.underMonths} months: ${rule.atLeastReadings} or more readings from ${rule.from} ${rule.unit} within ${rule.withinMonths} months, over ${rule.leastSpanDays} days or more`
    case 'outcome':
      return rule.outcomes.map((outcome) => outcome.replaceAll('_', ' ')).join(' or ')
    case 'missing':
      return rule.daysAfterDue === undefined
        ? 'not done when it is overdue'
        : `not done ${rule.daysAfterDue} days after its day`
  }
}
