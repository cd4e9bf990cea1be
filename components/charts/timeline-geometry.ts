import { scaleLinear } from 'd3-scale'
import { inTimeOrder, type PathwayEvent } from './pathway-events'
import { timeTicks, type TimeTick } from './time-ticks'
import { addDays, daysBetween, type CalendarDate } from '@/lib/nhs/calendar-date'

/** Sizes in the drawing's own units, which are pixels at its full width. */
export const timelineSize = {
  width: 960,
  edge: 12,
  laneHeight: 22,
  bandLaneHeight: 30,
  labelOffset: 12,
  belowAxis: 52,
} as const

/** A generous mean for Arial at 14 px: labels must not reach further than this says. */
const characterWidth = 8
/** The same in bold, in the widest typeface that stands in for it. */
const boldCharacterWidth = 11
const labelGap = 8
const longestLabel = 36
const leastDays = 30
const tickSpacing = 80

/** What stands below the line of today. */
export const todayLabel = 'Today'

export type PlacedPoint = { event: PathwayEvent; label: string; x: number; y: number; right: number }
export type PlacedBand = {
  event: PathwayEvent
  label: string
  x: number
  width: number
  y: number
  labelX: number
}

/** A mark on the axis, and the middle of its label, which stays within the drawing. */
export type PlacedLabel = { x: number; labelX: number }

export type TimelineGeometry = {
  height: number
  axisY: number
  axisEnd: number
  today: PlacedLabel
  ticks: (TimeTick & PlacedLabel & { isHidden: boolean })[]
  points: PlacedPoint[]
  bands: PlacedBand[]
}

/**
 * Places events on a true time scale. Points hang above the axis, each with its label to the right; a label never
 * covers another label nor the line of another point. What went on for a time is a bar below the axis.
 */
export function layOutTimeline(events: readonly PathwayEvent[], today: CalendarDate): TimelineGeometry {
  const ordered = inTimeOrder(events)
  const { from, to } = timeSpan(ordered, today)
  const days = daysBetween(from, to)
  const points = ordered.filter((event) => event.endsOn === undefined)
  const axisEnd = timelineSize.width - roomAtTheRight(points, from, days)
  const scale = scaleLinear([0, days], [timelineSize.edge, axisEnd])
  const xOf = (on: CalendarDate) => scale(daysBetween(from, on))

  const lanes = pointLanes(points, xOf)
  const axisY =
    (Math.max(0, ...lanes.map((each) => each.lane)) + 1) * timelineSize.laneHeight + timelineSize.edge
  const bands = placeBands(ordered, { xOf, axisEnd, top: axisY + timelineSize.belowAxis })
  const most = Math.floor((axisEnd - timelineSize.edge) / tickSpacing)
  const todayX = xOf(today)
  return {
    height: Math.max(
      axisY + timelineSize.belowAxis,
      ...bands.map((band) => band.y + timelineSize.bandLaneHeight),
    ),
    axisY,
    axisEnd,
    today: placeLabel(todayX, todayLabel, boldCharacterWidth),
    ticks: timeTicks(from, to, most).map((tick) => {
      const place = placeLabel(xOf(tick.on), tick.label)
      // The line of today would run through it.
      return { ...tick, ...place, isHidden: Math.abs(place.labelX - todayX) < halfWidthOf(tick.label) }
    }),
    points: lanes.map(({ lane, ...point }) => ({
      ...point,
      y: axisY - (lane + 1) * timelineSize.laneHeight,
    })),
    bands,
  }
}

function halfWidthOf(label: string, width = characterWidth): number {
  return (label.length * width) / 2
}

function placeLabel(x: number, label: string, width = characterWidth): PlacedLabel {
  const half = halfWidthOf(label, width)
  return { x, labelX: Math.min(Math.max(x, half), timelineSize.width - half) }
}

function timeSpan(
  events: readonly PathwayEvent[],
  today: CalendarDate,
): { from: CalendarDate; to: CalendarDate } {
  const dates = [today, ...events.flatMap((event) => [event.on, event.endsOn ?? event.on])].sort()
  const from = dates[0] ?? today
  const to = dates.at(-1) ?? today
  const earliestEnd = addDays(from, leastDays)
  return { from, to: to < earliestEnd ? earliestEnd : to }
}

function drawnLabel(event: PathwayEvent): string {
  return event.label.length > longestLabel ? `${event.label.slice(0, longestLabel - 1)}…` : event.label
}

function widthOf(label: string): number {
  return timelineSize.labelOffset + label.length * characterWidth
}

/** How far from the right edge time must end, so that every label fits to the right of its point. */
function roomAtTheRight(points: readonly PathwayEvent[], from: CalendarDate, days: number): number {
  const { width, edge } = timelineSize
  const rooms = points.map((event) => {
    const share = daysBetween(from, event.on) / days
    const spill = edge + share * (width - edge) + widthOf(drawnLabel(event)) + edge - width
    return share === 0 ? 0 : spill / share
  })
  return Math.max(edge, ...rooms)
}

/** From right to left: a label goes as low as it can without reaching a point or label already placed at or above. */
function pointLanes(points: readonly PathwayEvent[], xOf: (on: CalendarDate) => number) {
  const placed: (Omit<PlacedPoint, 'y'> & { lane: number })[] = []
  for (const event of points.toReversed()) {
    const label = drawnLabel(event)
    const x = xOf(event.on)
    const right = x + widthOf(label)
    let lane = 0
    while (placed.some((other) => other.lane >= lane && other.x < right + labelGap)) lane++
    placed.push({ event, label, x, right, lane })
  }
  return placed.reverse()
}

type BandRoom = { xOf: (on: CalendarDate) => number; axisEnd: number; top: number }

function placeBands(events: readonly PathwayEvent[], { xOf, axisEnd, top }: BandRoom): PlacedBand[] {
  const laneEnds: number[] = []
  return events.flatMap((event) => {
    if (event.endsOn === undefined) return []
    const label = drawnLabel(event)
    const x = xOf(event.on)
    const end = Math.max(event.endsOn ? xOf(event.endsOn) : axisEnd, x + 3)
    const labelX = Math.min(x, timelineSize.width - timelineSize.edge - label.length * characterWidth)
    const free = laneEnds.findIndex((laneEnd) => laneEnd + labelGap <= labelX)
    const lane = free === -1 ? laneEnds.length : free
    laneEnds[lane] = Math.max(end, labelX + label.length * characterWidth)
    return [{ event, label, x, width: end - x, y: top + lane * timelineSize.bandLaneHeight, labelX }]
  })
}
