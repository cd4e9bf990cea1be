import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingHours } from '@/lib/nhs/working-hours'
import { on } from '../follow-up/a-pathway'

const { holidays } = on('2026-01-01')
const MINUTE = 60_000

/** The wall clock in England, asked minute by minute. */
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
})

function isWorked(time: number): boolean {
  const parts = Object.fromEntries(clock.formatToParts(time).map(({ type, value }) => [type, value]))
  const day = `${parts.year}-${parts.month}-${parts.day}`
  const hour = Number(parts.hour)
  return !['Sat', 'Sun'].includes(parts.weekday!) && !holidays.includes(day) && hour >= 9 && hour < 17
}

describe('working hours', () => {
  it.each([
    ['a morning', '2026-03-10T09:00:00Z', 2, '2026-03-10T11:00:00Z'],
    ['before work', '2026-03-10T03:00:00Z', 8, '2026-03-10T17:00:00Z'],
    ['over an evening', '2026-03-10T16:30:00Z', 1, '2026-03-11T09:30:00Z'],
    ['over a weekend', '2026-03-13T17:00:00Z', 1, '2026-03-16T10:00:00Z'],
    ['over the beginning of summer time', '2026-03-27T16:00:00Z', 2, '2026-03-30T09:00:00Z'],
    ['over the end of summer time', '2026-10-23T15:00:00Z', 2, '2026-10-26T10:00:00Z'],
    ['over Easter', '2026-04-02T15:30:00Z', 1, '2026-04-07T08:30:00Z'],
    ['over Christmas and its substitute day', '2026-12-24T16:00:00Z', 2, '2026-12-29T10:00:00Z'],
    ['none', '2026-03-14T12:00:00Z', 0, '2026-03-14T12:00:00Z'],
  ])('%s', (_what, from, hours, end) => {
    expect(addWorkingHours(new Date(from), hours, holidays).toISOString()).toBe(end.replace('Z', '.000Z'))
  })

  it('are as many as somebody with a watch counts', () => {
    const minute = fc.integer({ min: Date.UTC(2025, 0, 1) / MINUTE, max: Date.UTC(2027, 11, 1) / MINUTE })
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 24 }), (from, hours) => {
        let time = from
        for (let left = hours * 60; left > 0; time++) if (isWorked(time * MINUTE)) left--
        expect(addWorkingHours(new Date(from * MINUTE), hours, holidays).getTime()).toBe(time * MINUTE)
      }),
      { numRuns: 60 },
    )
  })

  it('cannot be negative, nor of a day that closes before it opens', () => {
    const from = new Date('2026-03-10T09:00:00Z')
    expect(() => addWorkingHours(from, -1, holidays)).toThrow(RangeError)
    expect(() => addWorkingHours(from, 1, holidays, { opens: 600, closes: 600 })).toThrow(RangeError)
  })
})
