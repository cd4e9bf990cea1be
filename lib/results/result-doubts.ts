import { daysBetween, type CalendarDate } from '@/lib/nhs/calendar-date'
import { londonDate } from '@/lib/nhs/instant'
import { MILLION, writtenNumber, type Quantity } from './quantity'
import type { Reading } from './result'
import type { Analyte } from './surveillance-tests'

/** What looks like a slip of the pen. Each is asked about; none is corrected for the person who typed it. */
type DoubtKind =
  | 'ten_times'
  | 'a_tenth'
  | 'wrong_unit'
  | 'implausible'
  | 'sample_in_future'
  | 'issued_before_sample'
  | 'sample_before_birth'
  | 'long_ago'
  | 'same_day'

export type Doubt = { kind: DoubtKind; words: string }

/** A decimal point one place off gives ten times or a tenth. */
const TEN = 10
/** From general practice in laboratories, no published limit: an older sample is more often a wrong year. */
const LONG_AGO_DAYS = 365

type DoubtCase = {
  reading: Reading
  analyte: Analyte
  /** Of the same analyte, in force, earliest first, without the one that is looked at. */
  others: readonly Reading[]
  bornOn: CalendarDate
  today: CalendarDate
}

/** What to ask about before a result is taken as it was typed or sent; empty when nothing looks wrong. */
export function doubtsAbout(judged: DoubtCase): Doubt[] {
  return [...aboutValue(judged), ...aboutUnit(judged), ...aboutDates(judged)]
}

function aboutValue({ reading, others }: DoubtCase): Doubt[] {
  const last = others
    .filter((one) => one.sampleOn <= reading.sampleOn && one.value.unit === reading.value.unit)
    .at(-1)
  const [now, before] = [reading.value.quantity, last?.value.quantity]
  if (!before || now.comparator !== null || before.millionths === 0 || isAbove(before)) return []
  const theLast = `${before.comparator ? 'the limit of the last' : 'the last'}, ${before.written} ${reading.value.unit}`
  if (now.millionths >= TEN * before.millionths)
    return [
      { kind: 'ten_times', words: `${now.written} is ten times or more ${theLast}. Is the point right?` },
    ]
  // Below a limit there may be any number: nothing is a tenth of it.
  if (before.comparator === null && TEN * now.millionths <= before.millionths)
    return [
      { kind: 'a_tenth', words: `${now.written} is a tenth or less of ${theLast}. Is the point right?` },
    ]
  return []
}

/** ">100" may have been any number above: no other is ten times it for sure. */
function isAbove({ comparator }: Quantity): boolean {
  return comparator === '>' || comparator === '>='
}

/** Judged in the analyte's first unit alone, which the plausible numbers are in. */
function aboutUnit({ reading, analyte }: DoubtCase): Doubt[] {
  const { quantity, unit } = reading.value
  const { from, to } = analyte.plausible
  const number = quantity.millionths / MILLION
  if (unit !== analyte.units[0]?.unit || isOffTheScale(reading, from)) return []
  if (from <= number && number <= to) return []
  const meant = analyte.mistaken.find(({ times }) => from <= number * times && number * times <= to)
  if (!meant)
    return [{ kind: 'implausible', words: `${quantity.written} ${unit} is outside ${from} to ${to}.` }]
  const would = writtenNumber(Math.round(number * meant.times * 10) * (MILLION / 10))
  return [
    {
      kind: 'wrong_unit',
      words: `${quantity.written} ${unit} is outside ${from} to ${to}. Was it ${meant.unit}, which would be ${would} ${unit}?`,
    },
  ]
}

/** "<2" says nothing against a lower bound. */
function isOffTheScale({ value: { quantity } }: Reading, from: number): boolean {
  return quantity.comparator?.startsWith('<') === true && quantity.millionths / MILLION < from
}

function aboutDates({ reading, others, bornOn, today }: DoubtCase): Doubt[] {
  const { sampleOn, issuedAt, value } = reading
  const doubts: Doubt[] = []
  if (sampleOn > today) doubts.push({ kind: 'sample_in_future', words: 'The sample is dated in the future.' })
  else if (daysBetween(sampleOn, today) > LONG_AGO_DAYS)
    doubts.push({ kind: 'long_ago', words: 'The sample is more than a year old. Is the year right?' })
  if (londonDate(issuedAt) < sampleOn)
    doubts.push({ kind: 'issued_before_sample', words: 'The result is dated before its sample.' })
  if (sampleOn < bornOn)
    doubts.push({ kind: 'sample_before_birth', words: 'The sample is dated before the person was born.' })
  const sameDay = others.find((one) => one.sampleOn === sampleOn && one.value.unit === value.unit)
  if (sameDay)
    doubts.push({
      kind: 'same_day',
      words: `There is a result of that day already: ${sameDay.value.quantity.written} ${value.unit}.`,
    })
  return doubts
}
