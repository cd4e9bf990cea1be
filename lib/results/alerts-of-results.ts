import { addMonths, type CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { ruleInWords, type Alert, type NamedProtocol } from './alert'
import type { NumberRule, ResultRule } from './alert-rule'
import { judge, type Verdict } from './internal/judge-numbers'
import { isReading, resultsInForce, type Reading, type ResultFact } from './result'
import type { SurveillanceTests } from './surveillance-tests'

export type AlertContext = {
  rules: readonly ResultRule[]
  /** The day that the follow-up counts from; the nadir and the baseline come after it. */
  anchorOn: CalendarDate
  protocol: NamedProtocol
  tests: SurveillanceTests
}

/**
 * Whether the rules of a follow-up that counts from this day judge a result: the PSA of before an operation is what led to
 * it, and is compared with at most.
 */
export function isJudgedFrom(anchorOn: CalendarDate, { sampleOn }: Pick<ResultFact, 'sampleOn'>): boolean {
  return sampleOn >= anchorOn
}

/**
 * Every alert that the results raise, earliest sample first: each result since the day that the follow-up counts from,
 * judged by each rule on what was sampled up to its own day. A result that comes late, or a correction, changes the alerts of what was sampled after it.
 *
 * @param facts all versions of all results, in any order
 */
export function alertsOfResults(facts: readonly ResultFact[], context: AlertContext): Alert[] {
  const courses = new Map<string, Reading[]>()
  return resultsInForce(facts).flatMap((result) => {
    const rules = isJudgedFrom(context.anchorOn, result) ? context.rules : []
    if (!isReading(result)) return rules.flatMap((rule) => outcomeAlert(rule, result, context))
    const earlier = courseOf(courses, result)
    const alerts = rules.flatMap((rule) => numberAlert(rule, result, { ...context, earlier }))
    earlier.push(result)
    return alerts
  })
}

/** The readings so far of the same analyte in the same unit. */
function courseOf(courses: Map<string, Reading[]>, { code, value }: Reading): Reading[] {
  const key = `${code} ${value.unit}`
  const course = courses.get(key) ?? []
  courses.set(key, course)
  return course
}

function numberAlert(
  rule: ResultRule,
  current: Reading,
  context: AlertContext & { earlier: readonly Reading[] },
): Alert[] {
  if (rule.kind === 'outcome' || current.code !== rule.analyte) return []
  const { unit } = current.value
  if (unit !== rule.unit) {
    const words = `in ${unit}, and the rule is in ${rule.unit}: nothing was converted, compare by hand`
    return [alertOf(rule, current, { answer: 'cannot_tell', values: [current], words }, context)]
  }
  const { earlier, anchorOn } = context
  const verdict = judge(rule, { current, earlier, anchorOn })
  return verdict.answer === 'no' ? [] : [alertOf(rule, current, verdict, context)]
}

function alertOf(
  rule: NumberRule & ResultRule,
  current: Reading,
  { answer, values, words }: Verdict,
  context: AlertContext,
): Alert {
  const name = context.tests.analytes.find(({ code }) => code === rule.analyte)?.name ?? rule.analyte
  const whether = answer === 'yes' ? 'is' : current.value.unit === rule.unit ? 'may be' : 'is'
  const before = values.filter((value) => value !== current).map(valueInWords)
  const basis = before.length > 0 ? ` Values before: ${before.join('; ')}.` : ''
  const sentence = `${name} ${valueInWords(current)} ${whether} ${words}`
  return {
    ...alertBase(rule, current, context),
    key: keyOf(rule, values),
    certainty: answer === 'yes' ? 'sure' : 'cannot_tell',
    values: values.map((value) => ({
      resultId: value.id,
      sampleOn: value.sampleOn,
      words: valueInWords(value),
    })),
    words: `${sentence} (${ruleInWords(rule, context.protocol)}).${basis}${cautionFor(rule, current, context)}`,
  }
}

function outcomeAlert(rule: ResultRule, result: ResultFact, context: AlertContext): Alert[] {
  const { value } = result
  if (rule.kind !== 'outcome' || value.kind !== 'report') return []
  if (result.code !== rule.test || !rule.outcomes.includes(value.outcome)) return []
  const name = context.tests.tests.find(({ code }) => code === rule.test)?.name ?? rule.test
  const outcome = value.outcome.replaceAll('_', ' ')
  const words = `${formatDateForStaff(result.sampleOn)}: ${outcome}`
  return [
    {
      ...alertBase(rule, result, context),
      key: keyOf(rule, [result]),
      certainty: 'sure',
      values: [{ resultId: result.id, sampleOn: result.sampleOn, words }],
      words: `${name} of ${words} (${ruleInWords(rule, context.protocol)}).${cautionFor(rule, result, context)}`,
    },
  ]
}

function alertBase(
  { code, proposes }: ResultRule,
  result: ResultFact,
  { protocol: { id, version } }: AlertContext,
) {
  return { rule: code, proposes, protocol: { id, version }, resultId: result.id, on: result.sampleOn }
}

/** The values an alert rests on are part of it: corrected, they raise another. */
function keyOf(rule: ResultRule, values: readonly ResultFact[]): string {
  return [rule.code, ...values.map(({ id }) => id)].join(' ')
}

function valueInWords({ sampleOn, status, value }: Reading): string {
  const early = status === 'preliminary' ? ', preliminary' : ''
  return `${value.quantity.written} ${value.unit} (${formatDateForStaff(sampleOn)}${early})`
}

function cautionFor(rule: ResultRule, result: ResultFact, { anchorOn }: AlertContext): string {
  const { caution } = rule
  if (!caution) return ''
  const since = addMonths(anchorOn, caution.fromMonths) <= result.sampleOn
  return since && result.sampleOn <= addMonths(anchorOn, caution.toMonths) ? ` ${caution.text}` : ''
}
