import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatTimeForStaff, londonDate } from '@/lib/nhs/instant'
import { londonInstant } from '@/lib/nhs/london-time'

describe('the instant of a time in London', () => {
  it('is one at which clocks there show that time, the first of two', () => {
    const instants = fc.date({
      min: new Date('1950-01-01'),
      max: new Date('2037-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, (instant) => {
        const [hour = 0, minute = 0] = formatTimeForStaff(instant).split(':').map(Number)
        const found = londonInstant(londonDate(instant), { hour, minute })
        const shown = new Date(Math.floor(instant.getTime() / 60_000) * 60_000)
        const earlier = new Date(shown.getTime() - 3_600_000)
        expect([shown.toISOString(), earlier.toISOString()]).toContain(found.toISOString())
        expect(formatTimeForStaff(found)).toBe(formatTimeForStaff(instant))
        expect(londonDate(found)).toBe(londonDate(instant))
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    ['2026-03-29', 0, '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', 1, '2026-03-29T01:59:00.000Z'],
    ['2026-03-29', 2, '2026-03-29T01:59:00.000Z'],
    ['2026-10-25', 0, '2026-10-24T23:59:00.000Z'],
    ['2026-10-25', 1, '2026-10-25T00:59:00.000Z'],
    ['2026-10-25', 2, '2026-10-25T02:59:00.000Z'],
    ['2026-03-30', 0, '2026-03-29T23:59:00.000Z'],
    ['1970-01-15', 12, '1970-01-15T11:59:00.000Z'],
  ])('on %s at %i:59 is %s', (date, hour, instant) => {
    expect(londonInstant(date, { hour, minute: 59 }).toISOString()).toBe(instant)
  })

  it('throws on what is no date', () => {
    expect(() => londonInstant('2026-02-30x', { hour: 0, minute: 0 })).toThrow(RangeError)
  })
})
