import { addDays, addMonths, daysBetween, type CalendarDate } from '@/lib/nhs/calendar-date'
import type { BaselineRule, DoublingRule, LimitRule, NadirRule, NumberRule, RisesRule } from '../alert-rule'
import { MILLION, writtenNumber } from '../quantity'
import type { Reading } from '../result'
import {
  isAbove,
  isAtOrAbove,
  lowestOf,
  opposite,
  riseBetween,
  spanOf,
  type Answer,
  type Span,
} from '../span'
import { doublingMonths } from './doubling-time'

/** What a rule says of one reading, which values it rests on, and the rest of the sentence that begins with the reading. */
export type Verdict = { answer: Answer; values: readonly Reading[]; words: string }

/** The readings of one unit up to and with the one that is judged, which is the last. */
export type Course = { current: Reading; earlier: readonly Reading[]; anchorOn: CalendarDate }

const span = (reading: Reading): Span => spanOf(reading.value.quantity)
const exact = (value: number): number => Math.round(value * MILLION)
const CLEAR = (current: Reading): Verdict => ({ answer: 'no', values: [current], words: '' })

const IN_WORDS = {
  at_or_above: 'at or above',
  above: 'above',
  at_or_below: 'at or below',
  below: 'below',
} as const

/** Judges the last reading of a course by one rule. */
export function judge(rule: NumberRule, course: Course): Verdict {
  switch (rule.kind) {
    case 'limit':
      return judgeLimit(rule, course)
    case 'above_nadir':
      return judgeNadir(rule, course)
    case 'above_baseline':
      return judgeBaseline(rule, course)
    case 'consecutive_rises':
      return judgeRises(rule, course)
    case 'doubling_time':
      return judgeDoubling(rule, course)
  }
}

function judgeLimit(rule: LimitRule, { current }: Course): Verdict {
  const words = `${IN_WORDS[rule.is]} ${rule.value} ${rule.unit}`
  return { answer: stands(span(current), rule.is, exact(rule.value)), values: [current], words }
}

function stands(reading: Span, how: LimitRule['is'], limit: number): Answer {
  switch (how) {
    case 'at_or_above':
      return isAtOrAbove(reading, limit)
    case 'above':
      return isAbove(reading, limit)
    case 'at_or_below':
      return opposite(isAbove(reading, limit))
    case 'below':
      return opposite(isAtOrAbove(reading, limit))
  }
}

function judgeNadir(rule: NadirRule, { current, earlier, anchorOn }: Course): Verdict {
  const since = earlier.filter((reading) => reading.sampleOn >= anchorOn)
  if (since.length === 0) return CLEAR(current)
  const nadir = lowestOf(since.map(span))
  // Any reading that may be the lowest: with <0.1 among them, 0.05 may be lower or not.
  const lowest = since.filter((reading) => span(reading).low <= nadir.high).slice(-1)
  const words = `${rule.by} ${rule.unit} or more above the lowest before`
  return {
    answer: isAtOrAbove(riseBetween(nadir, span(current)), exact(rule.by)),
    values: [...lowest, current],
    words,
  }
}

function judgeBaseline(rule: BaselineRule, { current, earlier, anchorOn }: Course): Verdict {
  const settled = addDays(anchorOn, rule.settledDays)
  const baseline = earlier.find((reading) => reading.sampleOn >= settled)
  if (!baseline) return CLEAR(current)
  return {
    answer: isAtOrAbove(riseBetween(span(baseline), span(current)), exact(rule.by)),
    values: [baseline, current],
    words: `${rule.by} ${rule.unit} or more above the first after treatment`,
  }
}

/** Two readings under the same limit show no rise that anybody could see. */
function rose(earlier: Reading, later: Reading): Answer {
  const [one, other] = [earlier.value.quantity, later.value.quantity]
  if (one.comparator === other.comparator && one.millionths === other.millionths) return 'no'
  return isAbove(riseBetween(span(earlier), span(later)), 0)
}

function judgeRises(rule: RisesRule, { current, earlier }: Course): Verdict {
  const run = [...earlier, current].slice(-(rule.rises + 1))
  if (run.length <= rule.rises) return CLEAR(current)
  const steps = run.slice(1).map((later, place) => rose(run[place]!, later))
  const words = `the last of ${rule.rises} rises in a row`
  if (steps.includes('no') || !steps.includes('yes')) return CLEAR(current)
  return { answer: steps.includes('cannot_tell') ? 'cannot_tell' : 'yes', values: run, words }
}

function judgeDoubling(rule: DoublingRule, { current, earlier }: Course): Verdict {
  const since = addMonths(current.sampleOn, -Math.ceil(rule.withinMonths))
  const least = exact(rule.from)
  const values = [...earlier, current].filter(
    ({ sampleOn, value }) =>
      sampleOn >= since && value.quantity.comparator === null && value.quantity.millionths >= least,
  )
  const words = `doubling in less than ${rule.underMonths} months`
  // Off the top of the scale: it may be doubling at any pace.
  if (current.value.quantity.comparator?.startsWith('>'))
    return { answer: 'cannot_tell', values: [current], words }
  if (values.at(-1) !== current || values.length < rule.atLeastReadings) return CLEAR(current)
  if (daysBetween(values[0]!.sampleOn, current.sampleOn) < rule.leastSpanDays) return CLEAR(current)
  const doubling = doublingMonths(
    values.map(({ sampleOn, value }) => ({ on: sampleOn, amount: value.quantity.millionths })),
  )
  const time =
    doubling === null ? '' : ` (${writtenNumber(Math.round(doubling * 10) * (MILLION / 10))} months)`
  const answer = doubling !== null && doubling < rule.underMonths ? 'yes' : 'no'
  return { answer, values, words: words + time }
}
