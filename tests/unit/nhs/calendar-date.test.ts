import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  calendarDateOf,
  compareDates,
  daysBetween,
  parseCalendarDate,
} from '@/lib/nhs/calendar-date'

/** The oracle: JavaScript's own proleptic calendar at midnight UTC. */
const utc = (date: string) => new Date(`${date}T00:00:00Z`)
const iso = (date: Date) => date.toISOString().slice(0, 10)
const DAY = 86_400_000

const anyDate = fc.date({ min: utc('0101-01-01'), max: utc('9899-12-31'), noInvalidDate: true }).map(iso)
const recentDate = fc.date({ min: utc('1880-01-01'), max: utc('2120-12-31'), noInvalidDate: true }).map(iso)

describe('calendar arithmetic', () => {
  it('adds days as the UTC calendar does', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -30_000, max: 30_000 }), (date, days) => {
        const expected = iso(new Date(utc(date).getTime() + days * DAY))
        expect(addDays(date, days)).toBe(expected)
        expect(daysBetween(date, expected)).toBe(days)
      }),
      { numRuns: 5000 },
    )
  })

  it('turns every year from its last day to the next one and back', () => {
    for (let year = 1; year < 9999; year++) {
      const [newYear, nextYear] = [year, year + 1].map((number) => `${String(number).padStart(4, '0')}-01-01`)
      const lastDay = `${newYear!.slice(0, 4)}-12-31`
      expect(addDays(lastDay, 1)).toBe(nextYear)
      expect(addDays(nextYear!, -1)).toBe(lastDay)
      expect(daysBetween(newYear!, nextYear!)).toBe(
        (utc(nextYear!).getTime() - utc(newYear!).getTime()) / DAY,
      )
    }
  })

  it('adds months by the day of the month, clipped to the last day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -1200, max: 1200 }), (date, months) => {
        const [year, month, day] = date.split('-').map(Number) as [number, number, number]
        const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
        const expected = iso(new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))))
        expect(addMonths(date, months)).toBe(expected)
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-31', 2, '2026-03-31'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })

  it('counts years from the anchor, so that 29 February comes back', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29')
  })

  it('counts a year older from each birthday, which for 29 February is 1 March in a common year', () => {
    fc.assert(
      fc.property(recentDate, recentDate, (one, other) => {
        const [born, on] = one < other ? [one, other] : [other, one]
        const [year, month, day] = born.split('-').map(Number) as [number, number, number]
        let age = 0
        while (Date.UTC(year + age + 1, month - 1, day) <= utc(on).getTime()) age++
        expect(ageOn(born, on)).toBe(age)
      }),
    )
  })

  it('sorts by day', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (one, other) => {
        expect(Math.sign(compareDates(one, other))).toBe(Math.sign(utc(one).getTime() - utc(other).getTime()))
      }),
    )
  })

  it('refuses to leave the years 0001 to 9999, and anything that is no date', () => {
    expect(addDays('0001-01-01', 0)).toBe('0001-01-01')
    expect(addDays('9999-12-31', 0)).toBe('9999-12-31')
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError)
    expect(() => addYears('9999-01-01', 1)).toThrow(RangeError)
    expect(() => addDays('3/2/2026', 1)).toThrow(RangeError)
  })
})

describe('a date from a file', () => {
  const SHORT_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

  it('is read in each of the four forms', () => {
    const cased = fc.constantFrom(
      (name: string) => name,
      (name: string) => name.toUpperCase(),
      (name: string) => name.toLowerCase(),
    )
    fc.assert(
      fc.property(anyDate, cased, (date, inCase) => {
        const [year, month, day] = date.split('-') as [string, string, string]
        const name = inCase(SHORT_MONTHS[Number(month) - 1]!)
        for (const text of [
          date,
          `${day}/${month}/${year}`,
          `${Number(day)} ${name} ${year}`,
          ` ${day}-${name}-${year} `,
        ]) {
          expect(parseCalendarDate(text)).toEqual({ ok: true, value: date })
        }
      }),
    )
  })

  it('exists exactly where the UTC calendar has it', () => {
    const parts = fc.record({
      year: fc.integer({ min: 100, max: 9999 }),
      month: fc.integer({ min: 0, max: 14 }),
      day: fc.integer({ min: 0, max: 33 }),
    })
    fc.assert(
      fc.property(parts, ({ year, month, day }) => {
        const date = new Date(Date.UTC(year, month - 1, day))
        const exists =
          date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
        expect(calendarDateOf({ year, month, day })).toBe(exists ? iso(date) : null)
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    '31/02/1960',
    '29/02/1961',
    '1960-13-01',
    '12/07/61',
    '32/01/2025',
    '2025-02-30',
    'last May',
    '9/12/1982',
    '1982/12/09',
    '09-12-1982',
    '9-Dec-1982',
    '9 December 1982',
    '9 Sept 1982',
    '19821209',
    '0000-01-01',
    '1982-12-09T00:00:00',
    '٠٩/١٢/١٩٨٢',
  ])('%j is no date', (text) => {
    expect(parseCalendarDate(text)).toEqual({ ok: false, fault: 'not_a_date' })
  })

  it.each(['', '   '])('%j is missing', (text) => {
    expect(parseCalendarDate(text)).toEqual({ ok: false, fault: 'missing' })
  })

  it('never throws, and gives nothing but dates', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parseCalendarDate(text)
        expect(parsed.ok ? iso(utc(parsed.value)) === parsed.value : parsed.fault !== undefined).toBe(true)
      }),
    )
  })
})
