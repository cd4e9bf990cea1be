import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PathwayEvent } from '@/components/charts/pathway-events'
import { layOutTimeline, timelineSize } from '@/components/charts/timeline-geometry'
import { addDays, daysBetween } from '@/lib/nhs/calendar-date'

const today = '2026-11-21'

const anyEvent = fc.record({
  on: fc.integer({ min: -4000, max: 2000 }).map((days) => addDays(today, days)),
  lasts: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
  goesOn: fc.boolean(),
  label: fc.string({ minLength: 1, maxLength: 60, unit: fc.constantFrom('a', 'M', ' ') }),
})

const anyEvents = fc.array(
  anyEvent.map(({ on, lasts, goesOn, label }): PathwayEvent => {
    const event = { on, label, kind: 'treatment' } as const
    return lasts === undefined ? event : { ...event, endsOn: goesOn ? null : addDays(on, lasts) }
  }),
  { minLength: 1, maxLength: 25 },
)

describe('the drawn pathway', () => {
  it('places events at their true time', () => {
    const at = (on: string): PathwayEvent => ({ on, kind: 'review', label: on })
    const { points } = layOutTimeline([at('2026-01-01'), at('2026-01-11'), at('2026-01-31')], '2026-01-31')
    const [first, second, third] = points.map(({ x }) => x)
    expect(((second ?? 0) - (first ?? 0)) * 3).toBeCloseTo((third ?? 0) - (first ?? 0), 6)
  })

  it('keeps distances in time as distances on the page', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const {
          points,
          today: { x: todayX },
        } = layOutTimeline(events, today)
        const marks = [
          ...points.map(({ x, event }) => ({ x, days: daysBetween(today, event.on) })),
          { x: todayX, days: 0 },
        ]
        const [one, other] = [marks[0], marks.find(({ days }) => days !== marks[0]?.days)]
        if (!one || !other) return
        const perDay = (other.x - one.x) / (other.days - one.days)
        expect(perDay).toBeGreaterThan(0)
        for (const { x, days } of marks) expect(x).toBeCloseTo(one.x + perDay * (days - one.days), 5)
      }),
    )
  })

  it('keeps every mark and label within the drawing', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { points, bands, ticks, height, axisY } = layOutTimeline(events, today)
        for (const { x, right, y } of points) {
          expect(x).toBeGreaterThanOrEqual(timelineSize.edge)
          expect(right).toBeLessThanOrEqual(timelineSize.width)
          expect(y).toBeGreaterThan(0)
          expect(y).toBeLessThan(axisY)
        }
        for (const { x, width, y, labelX } of bands) {
          expect(Math.min(x, labelX)).toBeGreaterThanOrEqual(0)
          expect(x + width).toBeLessThanOrEqual(timelineSize.width)
          expect(y + timelineSize.bandLaneHeight).toBeLessThanOrEqual(height)
        }
        for (const { x } of ticks) expect(x).toBeLessThanOrEqual(timelineSize.width - timelineSize.edge)
        for (const { labelX, label, half } of [
          ...ticks.map((tick) => ({ ...tick, half: 4 })),
          // In bold.
          { ...layOutTimeline(events, today).today, label: 'Today', half: 5.5 },
        ]) {
          expect(labelX - half * label.length).toBeGreaterThanOrEqual(0)
          expect(labelX + half * label.length).toBeLessThanOrEqual(timelineSize.width)
        }
      }),
    )
  })

  it('lets no label cover another label or the line of another mark', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { points } = layOutTimeline(events, today)
        points.forEach((one, index) => {
          points.forEach((other, otherIndex) => {
            if (index === otherIndex) return
            // The line of a mark runs from it down to the axis, through everything lower.
            const lineMeetsLabel = other.y <= one.y && other.x > one.x && other.x < one.right
            const sameLane = other.y === one.y && other.x === one.x
            expect(lineMeetsLabel || sameLane).toBe(false)
          })
        })
      }),
    )
  })

  it('lifts a short label out of the way of the line of a mark above it', () => {
    const at = (on: string, label: string): PathwayEvent => ({ on, kind: 'review', label })
    const { points } = layOutTimeline(
      [at('2020-01-01', 'M'), at('2020-01-20', 'M'.repeat(30)), at('2021-01-01', 'a')],
      today,
    )
    const [short = 0, long = 0, last = 0] = points.map(({ y }) => y)
    expect(short).toBeLessThan(long)
    expect(long).toBeLessThan(last)
  })

  it('draws what went on for a time from its first to its last day, and what goes on to the end', () => {
    const treatment = { kind: 'treatment', label: 'Letrozole' } as const
    const {
      bands,
      axisEnd,
      today: { x: todayX },
    } = layOutTimeline(
      [
        { ...treatment, on: '2026-01-01', endsOn: today },
        { ...treatment, on: '2026-01-01', endsOn: null },
        { on: '2027-06-01', kind: 'review', label: 'Review', isPlanned: true },
      ],
      today,
    )
    expect((bands[0]?.x ?? 0) + (bands[0]?.width ?? 0)).toBeCloseTo(todayX, 6)
    expect((bands[1]?.x ?? 0) + (bands[1]?.width ?? 0)).toBeCloseTo(axisEnd, 6)
    expect(bands[0]?.y).not.toBe(bands[1]?.y)
  })
})
