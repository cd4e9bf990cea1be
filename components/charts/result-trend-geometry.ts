import { scaleLinear } from 'd3-scale'
import { addDays, daysBetween, type CalendarDate } from '@/lib/nhs/calendar-date'
import { MILLION } from '@/lib/results/quantity'
import type { Reading } from '@/lib/results/result'

export const trendSize = {
  width: 640,
  height: 280,
  left: 56,
  right: 620,
  top: 28,
  bottom: 236,
  inset: 16,
} as const

/** A reading where it is drawn. `isOpen`: the laboratory gave a limit, so the point is not the value. */
export type TrendPoint = {
  on: CalendarDate
  id: string
  written: string
  isOpen: boolean
  x: number
  y: number
}

export type TrendBand = { words: string; x: number; width: number }

export type TrendLimit = { value: number; words: string; y: number }

export type TrendLayout = {
  from: CalendarDate
  to: CalendarDate
  points: TrendPoint[]
  limits: TrendLimit[]
  bands: TrendBand[]
  ticks: { value: number; y: number }[]
  xOf: (on: CalendarDate) => number
}

type Treated = { words: string; startedOn: CalendarDate; endedOn: CalendarDate | null }

/** Shortest time drawn, so that one reading stands in the middle of something. */
const SHORTEST_DAYS = 60
const TICKS = 4
/** Room above the highest value. */
const HEADROOM = 1.15

/** Where everything stands: time and values to scale, values from 0. At least one reading is needed. */
export function layOutTrend(
  readings: readonly Reading[],
  limits: readonly { value: number; words: string }[],
  treatments: readonly Treated[],
): TrendLayout {
  const days = readings.map(({ sampleOn }) => sampleOn).sort()
  const [first, last] = [days[0] ?? '', days.at(-1) ?? '']
  const short = Math.max(0, SHORTEST_DAYS - daysBetween(first, last))
  const [from, to] = [addDays(first, -Math.ceil(short / 2)), addDays(last, Math.floor(short / 2))]
  const { left, right, top, bottom, inset } = trendSize
  const time = scaleLinear([0, daysBetween(from, to)], [left + inset, right - inset])
  const xOf = (on: CalendarDate) => time(daysBetween(from, on))
  const highest = Math.max(...readings.map(valueOf), ...limits.map(({ value }) => value))
  const yOf = scaleLinear([0, highest > 0 ? highest * HEADROOM : 1], [bottom, top])
  return {
    from,
    to,
    points: readings.map((reading) => ({
      on: reading.sampleOn,
      id: reading.id,
      written: reading.value.quantity.written,
      isOpen: reading.value.quantity.comparator !== null,
      x: xOf(reading.sampleOn),
      y: yOf(valueOf(reading)),
    })),
    limits: limits.map((limit) => ({ ...limit, y: yOf(limit.value) })),
    bands: treatments.flatMap((treatment) => bandOf(treatment, { from, to, xOf })),
    ticks: yOf.ticks(TICKS).map((value) => ({ value, y: yOf(value) })),
    xOf,
  }
}

function valueOf({ value }: Reading): number {
  return value.quantity.millionths / MILLION
}

/** A treatment as far as it falls within the time drawn; one of a single day is as wide as can be seen. */
function bandOf(
  { words, startedOn, endedOn }: Treated,
  { from, to, xOf }: Pick<TrendLayout, 'from' | 'to' | 'xOf'>,
): TrendBand[] {
  const until = endedOn ?? to
  if (until < from || startedOn > to) return []
  const [x, end] = [xOf(startedOn < from ? from : startedOn), xOf(until > to ? to : until)]
  return [{ words, x, width: Math.max(end - x, 3) }]
}
