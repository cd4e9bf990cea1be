import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatInstantForStaff, formatTimeForStaff, instantInLondon, londonDate } from '@/lib/nhs/instant'

/** British Summer Time since 1996: from 01:00 UTC on the last Sunday of March to 01:00 UTC on that of October. */
function lastSunday(year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0))
  return Date.UTC(year, month, lastDay.getUTCDate() - lastDay.getUTCDay(), 1)
}

function londonClock(instant: Date): string {
  const year = instant.getUTCFullYear()
  const isSummer = instant.getTime() >= lastSunday(year, 2) && instant.getTime() < lastSunday(year, 9)
  return new Date(instant.getTime() + (isSummer ? 3_600_000 : 0)).toISOString()
}

describe('an instant in London', () => {
  it('has the date and time of the clock there', () => {
    const instant = fc.date({ min: new Date('1996-01-01'), max: new Date('2037-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, (at) => {
        expect(`${londonDate(at)}T${formatTimeForStaff(at)}`).toBe(londonClock(at).slice(0, 16))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['2026-02-03T14:30:00Z', '2026-02-03', '3 Feb 2026 14:30'],
    ['2026-06-30T23:30:00Z', '2026-07-01', '1 Jul 2026 00:30'],
    ['2026-03-29T00:59:59Z', '2026-03-29', '29 Mar 2026 00:59'],
    ['2026-03-29T01:00:00Z', '2026-03-29', '29 Mar 2026 02:00'],
    ['2026-10-25T00:59:59Z', '2026-10-25', '25 Oct 2026 01:59'],
    ['2026-10-25T01:00:00Z', '2026-10-25', '25 Oct 2026 01:00'],
    ['2026-12-31T23:59:59.999Z', '2026-12-31', '31 Dec 2026 23:59'],
    ['2027-01-01T00:00:00Z', '2027-01-01', '1 Jan 2027 00:00'],
  ])('%s is on %s', (at, date, words) => {
    expect(londonDate(new Date(at))).toBe(date)
    expect(formatInstantForStaff(new Date(at))).toBe(words)
  })

  it('is refused when it is no instant', () => {
    expect(() => londonDate(new Date(Number.NaN))).toThrow(RangeError)
  })
})

describe('a day and time on a clock in London', () => {
  const HOUR = 3_600_000
  const minute = fc
    .integer({ min: Date.UTC(2025, 0, 1) / 60_000, max: Date.UTC(2027, 11, 1) / 60_000 })
    .map((minutes) => minutes * 60_000)
  /** The hour that autumn repeats is met too. */
  const around = fc.integer({ min: -120, max: 120 }).map((minutes) => lastSunday(2026, 9) + minutes * 60_000)

  it('lead back to the instant, or to the first of two', () => {
    fc.assert(
      fc.property(fc.oneof(minute, around), (at) => {
        const instant = new Date(at)
        const changes = lastSunday(instant.getUTCFullYear(), 9)
        const isRepeated = at >= changes && at < changes + HOUR
        const back = instantInLondon(londonDate(instant), formatTimeForStaff(instant)).getTime()
        expect(back).toBe(isRepeated ? at - HOUR : at)
      }),
      { numRuns: 500 },
    )
  })

  it('that no clock shows are an hour later, or refused', () => {
    expect(instantInLondon('2026-03-29', '01:30').toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(() => instantInLondon('2026-03-29', '25:00')).toThrow(RangeError)
  })
})
