import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingHours, closingTime, isInWorkingHours } from '@/lib/nhs/working-hours'
import { instantInLondon, londonDate, formatTimeForStaff } from '@/lib/nhs/instant'
import { parseBankHolidays } from '@/lib/platform/bank-holidays'
import file from '@/prisma/reference/bank-holidays/england.json'

const england = parseBankHolidays(file)
const MINUTE = 60_000

/** The oracle: UTC, an hour added from the last Sunday of March to that of October, walked one minute at a time. */
function lastSunday(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0))
  return Date.UTC(year, month, lastDay.getUTCDate() - lastDay.getUTCDay(), 1)
}

function clock(at: number): Date {
  const year = new Date(at).getUTCFullYear()
  return new Date(at + (at >= lastSunday(year, 2) && at < lastSunday(year, 9) ? 60 * MINUTE : 0))
}

function isWorked(at: number, off: readonly string[]): boolean {
  const shown = clock(at)
  const isOff = [0, 6].includes(shown.getUTCDay()) || off.includes(shown.toISOString().slice(0, 10))
  return !isOff && shown.getUTCHours() >= 9 && shown.getUTCHours() < 17
}

function walk(from: number, minutes: number, off: readonly string[]): number {
  let at = from
  for (let left = minutes; left > 0; at += MINUTE) if (isWorked(at, off)) left--
  return at
}

/** Around clock changes, Easter, Christmas and the early May holiday, and any other minute of some years. */
const crowdedDays = ['2026-03-27', '2026-03-29', '2026-04-02', '2026-10-23', '2026-12-24', '2027-04-30']
const minute = fc
  .oneof(
    fc.tuple(
      fc.constantFrom(...crowdedDays).map((day) => Date.parse(`${day}T00:00:00Z`)),
      fc.integer({ min: 0, max: 4 * 24 * 60 }),
    ),
    fc.tuple(fc.constant(Date.parse('2025-01-01T00:00:00Z')), fc.integer({ min: 0, max: 3 * 365 * 24 * 60 })),
  )
  .map(([day, minutes]) => day + minutes * MINUTE)

describe('working hours', () => {
  it('are those that a walk through every minute meets', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 12 * 60 }), (from, minutes) => {
        const end = addWorkingHours(new Date(from), minutes / 60, england)
        expect(Math.round(end.getTime() / MINUTE) * MINUTE).toBe(walk(from, minutes, england))
        expect(isInWorkingHours(new Date(from), england)).toBe(isWorked(from, england))
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['the same afternoon', '2026-06-02T13:00:00Z', 2, '2026-06-02T15:00:00Z'],
    ['at closing time, and not the next morning', '2026-06-02T13:00:00Z', 3, '2026-06-02T16:00:00Z'],
    ['over a weekend', '2026-06-05T15:00:00Z', 2, '2026-06-08T09:00:00Z'],
    ['over the weekend in which summer time begins', '2026-03-27T16:00:00Z', 2, '2026-03-30T09:00:00Z'],
    ['over the weekend in which it ends', '2026-10-23T15:00:00Z', 2, '2026-10-26T10:00:00Z'],
    ['over Good Friday and Easter Monday', '2026-04-02T15:00:00Z', 2, '2026-04-07T09:00:00Z'],
    ['from the night', '2026-06-02T02:00:00Z', 1, '2026-06-02T09:00:00Z'],
    ['from a Sunday', '2026-11-29T12:00:00Z', 8, '2026-11-30T17:00:00Z'],
  ])('end %s', (_, from, hours, end) => {
    expect(addWorkingHours(new Date(from), hours, england).toISOString()).toBe(new Date(end).toISOString())
  })

  it('close at the end of the day that is going on, or else of the next working day', () => {
    const closes = (at: string) => closingTime(new Date(at), england).toISOString()
    expect(closes('2026-06-02T08:00:00Z')).toBe('2026-06-02T16:00:00.000Z')
    expect(closes('2026-06-02T16:00:00Z')).toBe('2026-06-03T16:00:00.000Z')
    expect(closes('2026-12-24T18:00:00Z')).toBe('2026-12-29T17:00:00.000Z')
  })

  it('are more than none', () => {
    expect(() => addWorkingHours(new Date('2026-06-02T08:00:00Z'), 0, england)).toThrow(RangeError)
  })
})

describe('a day and time on a clock in London', () => {
  it('lead back to the instant, or to the first of two', () => {
    fc.assert(
      fc.property(minute, (at) => {
        const instant = new Date(at)
        const back = instantInLondon(londonDate(instant), formatTimeForStaff(instant)).getTime()
        const year = instant.getUTCFullYear()
        const isRepeated = at >= lastSunday(year, 9) && at < lastSunday(year, 9) + 60 * MINUTE
        expect(back).toBe(isRepeated ? at - 60 * MINUTE : at)
      }),
      { numRuns: 500 },
    )
  })

  it('that no clock shows are an hour later, or refused', () => {
    expect(instantInLondon('2026-03-29', '01:30').toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(() => instantInLondon('2026-03-29', '25:00')).toThrow(RangeError)
  })
})
