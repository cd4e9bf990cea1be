import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { ruleInWords, type Alert } from '@/lib/results/alert'
import type { ResultRule } from '@/lib/results/alert-rule'
import { alertsOfResults } from '@/lib/results/alerts-of-results'
import type { ResultFact } from '@/lib/results/result'
import type { SurveillanceTests } from '@/lib/results/surveillance-tests'
import { pathwayTests, type DueTest } from './due-tests'
import { factsKnownBy } from './facts-known'
import { textOrder } from './internal/text-order'
import type { Override, PathwayFacts, PathwaySnapshot } from './pathway'
import type { MissingRule } from './protocol'

/**
 * Every alert of the pathway at the end of a day, earliest first: those its results raise, by the thresholds of this
 * person, and the tests that are missing. Each says by which rule of which version of the protocol.
 */
export function pathwayAlerts(
  snapshot: PathwaySnapshot,
  facts: PathwayFacts,
  given: { today: CalendarDate; tests: SurveillanceTests },
): Alert[] {
  const { protocol } = snapshot
  const raised = resultAlerts(snapshot, factsKnownBy(given.today, facts).results, given.tests)
  const { due } = pathwayTests(snapshot, facts, given)
  const missing = protocol.alerts.flatMap((rule) =>
    rule.kind === 'missing' ? due.flatMap((test) => missingAlert(rule, test, snapshot, given)) : [],
  )
  return [...raised, ...missing].sort((one, other) => textOrder(one.on, other.on))
}

/** Those that results raise, by the thresholds of this person. */
export function resultAlerts(
  { protocol, anchorOn, overrides }: PathwaySnapshot,
  results: readonly ResultFact[],
  tests: SurveillanceTests,
): Alert[] {
  const rules = protocol.alerts.filter((rule) => rule.kind !== 'missing')
  return alertsOfResults(results, {
    rules: rules.map((rule) => personalRule(rule as ResultRule, overrides)),
    anchorOn,
    protocol,
    tests,
  })
}

/** The rule with the number that was set for the person last, if any was. */
function personalRule(rule: ResultRule, overrides: readonly Override[]): ResultRule {
  const own = overrides.findLast((override) => override.kind === 'threshold' && override.rule === rule.code)
  if (own?.kind !== 'threshold') return rule
  if (rule.kind === 'limit') return { ...rule, value: own.value, personalReason: own.reason }
  if (rule.kind === 'above_nadir' || rule.kind === 'above_baseline')
    return { ...rule, by: own.value, personalReason: own.reason }
  return rule
}

function missingAlert(
  rule: MissingRule,
  test: DueTest,
  { protocol }: PathwaySnapshot,
  { today, tests }: { today: CalendarDate; tests: SurveillanceTests },
): Alert[] {
  const isAwaited = test.state === 'due' || test.state === 'requested'
  const on = rule.daysAfterDue === undefined ? test.overdueOn : addDays(test.dueOn, rule.daysAfterDue + 1)
  if (test.test !== rule.test || !isAwaited || today < on) return []
  const name = tests.tests.find(({ code }) => code === test.test)?.name ?? test.test
  return [
    {
      key: `${rule.code} ${test.key}`,
      rule: rule.code,
      proposes: rule.proposes,
      protocol: { id: protocol.id, version: protocol.version },
      resultId: null,
      certainty: 'sure',
      on,
      values: [],
      words: `${name}, due on ${formatDateForStaff(test.dueOn)}, has not been done (${ruleInWords(rule, protocol)}).`,
    },
  ]
}
