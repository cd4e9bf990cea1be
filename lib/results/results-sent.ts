import type { Observation } from '@/lib/interop/hl7/observation'
import type { Report } from '@/lib/interop/hl7/report'
import type { ResultsMessage } from '@/lib/interop/hl7/results-message'
import { analyteOf, type Sent } from './read-observation'
import { valueInWords } from './sent-in-words'
import type { SurveillanceTests } from './surveillance-tests'

/** What a report without a single result may say all the same: that there is none after all, or that one is missing. */
const SAYS_SOMETHING: readonly Report['status'][] = ['final', 'corrected', 'cancelled', 'withdrawn']

/** The results of a message in order. A report in words is one, whatever lines it was sent in; values among the words are each one. */
export function resultsSent(tests: SurveillanceTests, { reports }: ResultsMessage): Sent[] {
  return reports.flatMap((report) => {
    if (report.observations.length === 0)
      return SAYS_SOMETHING.includes(report.status) ? withReport(report, [withoutValue(report)]) : []
    const said = report.observations.filter((one) => !isAwaited(one))
    const sent =
      report.text === null
        ? withReport(report, withComments(tests, said))
        : amongWords(tests, { ...report, observations: said })
    return withContradictions(tests, sent)
  })
}

/** A laboratory lists what it has not measured yet. */
function isAwaited({ status, value }: Observation): boolean {
  return status === 'pending' && value.kind === 'none'
}

/** Words that follow a number, under its code or none, are a note of it. Behind one that is text itself, they may be meant instead. */
function withComments(tests: SurveillanceTests, observations: readonly Observation[]): Observation[] {
  const kept: Observation[] = []
  for (const one of observations) {
    const { code, value, notes } = one
    const isWords = value.kind === 'text' && value.quantity === null
    const place = isWords ? placeOfNumber(tests, kept, code) : -1
    const before = kept[place]
    if (isWords && before) kept[place] = { ...before, notes: [...before.notes, value.text, ...notes] }
    else kept.push(one)
  }
  return kept
}

/** Where the number stands that words under a code are about; -1 for none. */
function placeOfNumber(
  tests: SurveillanceTests,
  earlier: readonly Observation[],
  code: Observation['code'],
): number {
  if (code === null) return earlier.slice(-1).some(isNumber) ? earlier.length - 1 : -1
  const named = (one: Observation['code']) => one && (analyteOf(tests, one)?.code ?? one.code)
  return earlier.findLastIndex((one) => isNumber(one) && named(one.code) === named(code))
}

function isNumber({ value }: Observation): boolean {
  return value.kind === 'number'
}

/** Of two values of one analyte in one order nobody here can say which is meant. */
function withContradictions(tests: SurveillanceTests, sent: readonly Sent[]): Sent[] {
  const said = new Map<string, Set<string>>()
  const keys = sent.map(({ observation: { code } }) => code && analyteOf(tests, code)?.code)
  for (const [place, { observation }] of sent.entries()) {
    const key = keys[place]
    if (key) said.set(key, (said.get(key) ?? new Set()).add(saidBy(observation)))
  }
  return sent.map((one, place) => {
    const values = said.get(keys[place] ?? '')
    return { ...one, isContradicted: values !== undefined && values.size > 1 }
  })
}

function saidBy(observation: Observation): string {
  const { status, unit } = observation
  return status === 'cancelled' || status === 'withdrawn'
    ? 'cancelled'
    : `${valueInWords(observation)} ${unit}`
}

function withReport(report: Report, observations: readonly Observation[]): Sent[] {
  return observations.map((observation) => ({ report, observation, isContradicted: false }))
}

/** Many laboratories send values as text, and comments among them: what is measured here is a result of its own, all else one text. */
function amongWords(tests: SurveillanceTests, report: Report): Sent[] {
  const isMeasured = ({ code }: Observation) => code !== null && analyteOf(tests, code) !== null
  const measured = report.observations.filter(isMeasured)
  const words = report.observations.filter((one) => !isMeasured(one) && one.value.kind !== 'none')
  return [...withReport({ ...report, text: null }, measured), ...withReport(report, words.slice(0, 1))]
}

/** Where a laboratory takes a whole order back, or forgot what it found, the order itself is what was tested. */
function withoutValue({ code, status, statusSent }: Report): Observation {
  return {
    ...{ setId: '', subId: '', unit: '', referenceRange: '', flags: [], notes: [], problems: [] },
    ...{ code, status, statusSent, value: { kind: 'none' }, observedAt: null },
  }
}
