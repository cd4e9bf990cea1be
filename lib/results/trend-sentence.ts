import { MONTHS, partsOf, type CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForPatient } from '@/lib/nhs/date-format'
import { MILLION, writtenNumber } from './quantity'
import type { Reading } from './result'
import { isAbove, isAtOrAbove, riseBetween, spanOf } from './span'

type Trend = {
  /** What the analyte is called: PSA. */
  name: string
  /** Of one analyte and unit, in force, earliest first. */
  readings: readonly Reading[]
  /** The number that the person is to stay below, where there is one. */
  below?: number
}

/**
 * The course in one sentence, such as “PSA has been below 0.1 since June 2025.”, for staff and the person alike; empty
 * without a reading.
 */
export function trendSentence({ name, readings, below }: Trend): string {
  const latest = readings.at(-1)
  if (!latest) return ''
  return (
    quietSentence(name, readings, latest, below) ??
    risingSentence(name, readings) ??
    lastTwoSentence(name, latest, readings.at(-2))
  )
}

/** How long the readings have been under what the laboratory can see, or under the limit given. */
function quietSentence(
  name: string,
  readings: readonly Reading[],
  latest: Reading,
  below?: number,
): string | null {
  const { comparator } = latest.value.quantity
  const limit = below === undefined ? null : Math.round(below * MILLION)
  const seenLimit = comparator === '<' ? latest.value.quantity.millionths : null
  const bound = [seenLimit, limit].find((one) => one !== null && isUnder(latest, one)) ?? null
  if (bound === null) return null
  const from = readings.findLastIndex((reading) => !isUnder(reading, bound)) + 1
  const first = readings[from]!
  const number = writtenNumber(bound)
  return first === latest
    ? `${name} was below ${number} ${latest.value.unit} on ${formatDateForPatient(latest.sampleOn)}.`
    : `${name} has been below ${number} ${latest.value.unit} since ${monthOf(first.sampleOn)}.`
}

function isUnder(reading: Reading, bound: number): boolean {
  return isAtOrAbove(spanOf(reading.value.quantity), bound) === 'no'
}

function risingSentence(name: string, readings: readonly Reading[]): string | null {
  const latest = readings.at(-1)!
  let from = readings.length - 1
  while (from > 0 && surelyRose(readings[from - 1]!, readings[from]!)) from--
  const rises = readings.length - 1 - from
  if (rises < 2) return null
  return `${name} has risen ${rises} times in a row, from ${valueOn(readings[from]!)} to ${valueOn(latest)}.`
}

function surelyRose(one: Reading, other: Reading): boolean {
  return isAbove(riseBetween(spanOf(one.value.quantity), spanOf(other.value.quantity)), 0) === 'yes'
}

function lastTwoSentence(name: string, latest: Reading, before?: Reading): string {
  if (!before) return `${name} was ${valueOn(latest)}.`
  const between = `from ${valueOn(before)} to ${valueOn(latest)}`
  if (surelyRose(before, latest)) return `${name} has risen ${between}.`
  if (surelyRose(latest, before)) return `${name} has fallen ${between}.`
  const [one, other] = [before.value.quantity, latest.value.quantity]
  return one.comparator === other.comparator && one.millionths === other.millionths
    ? `${name} was ${valueOn(latest)}, the same as on ${formatDateForPatient(before.sampleOn)}.`
    : `${name} was ${valueOn(before)} and then ${valueOn(latest)}.`
}

function valueOn({ sampleOn, value }: Reading): string {
  return `${value.quantity.written} ${value.unit} on ${formatDateForPatient(sampleOn)}`
}

function monthOf(date: CalendarDate): string {
  return `${MONTHS[partsOf(date).month - 1]} ${date.slice(0, 4)}`
}
