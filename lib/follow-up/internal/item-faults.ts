import { daysBetween } from '@/lib/nhs/calendar-date'
import { dayAfter, offsetsOf, type Offset } from '../planned-tests'
import type { ProtocolItem, Span } from '../protocol-schedule'

export type Fault = { path: PropertyKey[]; message: string }

const MONTHS_IN_YEAR = 12

/** What is wrong with the schedule of one item, by its path within the item. */
export function itemFaults(item: ProtocolItem, durationYears: number): Fault[] {
  const faults = [...rowFaults(item), ...durationFaults(item, durationYears)]
  if (item.at.length + item.years.length === 0)
    faults.push({ path: ['test'], message: 'is never due: give it points of time or years' })
  // Windows are compared in order of time, which faulty rows have none of.
  return faults.length > 0 ? faults : windowFaults(item)
}

function rowFaults({ years }: ProtocolItem): Fault[] {
  return years.flatMap((row, place) => {
    const { from, to, every, upToMonths } = row
    const fault = (key: string, message: string) => [{ path: ['years', place, key], message }]
    if (to < from) return fault('to', `ends in year ${to}, before it begins`)
    const last = years[place - 1]?.to
    if (last !== undefined && from <= last)
      return fault('from', `overlaps the row before, which goes to year ${last}`)
    if (last !== undefined && from > last + 1)
      return fault('from', `leaves a gap after year ${last}: say every: none if that is meant`)
    if (every === 'none') return []
    if (upToMonths !== undefined && upToMonths < every.months)
      return fault('upToMonths', 'is shorter than the interval')
    const span = (to - from + 1) * MONTHS_IN_YEAR
    return span % every.months === 0
      ? []
      : fault('every', `leaves a gap: ${every.months} months do not fit into years ${from} to ${to}`)
  })
}

function durationFaults({ at, years }: ProtocolItem, durationYears: number): Fault[] {
  const ends = dayAfter(ANCHOR, { months: durationYears * MONTHS_IN_YEAR })
  const late = years.flatMap(({ to, untilAge }, place) =>
    to > durationYears && untilAge === undefined
      ? [{ path: ['years', place, 'to'], message: `is after the end of follow-up in year ${durationYears}` }]
      : [],
  )
  const tooLate = at.flatMap(({ after }, place) =>
    dayAfter(ANCHOR, after) > ends
      ? [{ path: ['at', place, 'after'], message: `is after the end of follow-up in year ${durationYears}` }]
      : [],
  )
  return [...late, ...tooLate]
}

const ANCHOR = '2024-01-01'

/** Windows of two tests that follow each other: a day in both would count for either. */
function windowFaults(item: ProtocolItem): Fault[] {
  const width = item.window.before.days + item.window.after.days
  const planned = offsetsOf(item)
    .map((offset) => ({ offset, on: dayAfter(ANCHOR, offset.span) }))
    .sort((one, other) => daysBetween(other.on, one.on))
  for (const [place, { offset }] of planned.entries()) {
    const next = planned[place + 1]?.offset
    if (!next) break
    const path = pathTo(item, next)
    const days = fewestDays(offset.span, next.span)
    if (days <= 0) return [{ path, message: `is due on the same day as the one at ${offset.key}` }]
    if (days <= width)
      return [
        {
          path,
          message: `overlapping windows: ${offset.key} and ${next.key} can be ${days} days apart, the windows take ${width}`,
        },
      ]
  }
  return []
}

function pathTo({ at, years }: ProtocolItem, { key, span }: Offset): PropertyKey[] {
  const point = at.findIndex(({ after }) => JSON.stringify(after) === JSON.stringify(span))
  if (point !== -1 && !key.endsWith('m')) return ['at', point, 'after']
  const row = years.findIndex((one) =>
    offsetsOf({ at: [], years: [one] }).some((offset) => offset.key === key),
  )
  return row === -1 ? ['at', Math.max(point, 0), 'after'] : ['years', row, 'every']
}

/** The fewest days that can lie between two offsets, for an anchor on any day of four years, one of them a leap year. */
function fewestDays(one: Span, other: Span): number {
  return Math.min(...ANCHORS.map((anchor) => daysBetween(dayAfter(anchor, one), dayAfter(anchor, other))))
}

/** Only the ends of months are clipped; the 1st stands for every other day. */
const ANCHORS = [2024, 2025, 2026, 2027].flatMap((year) =>
  Array.from({ length: MONTHS_IN_YEAR }, (_, month) => String(month + 1).padStart(2, '0')).flatMap((month) =>
    ['01', '28', '29', '30', '31']
      .map((day) => `${year}-${month}-${day}`)
      .filter((date) => !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date)),
  ),
)
