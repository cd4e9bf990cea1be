import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '@/lib/nhs/working-days'
import { parseBankHolidays } from '@/lib/platform/bank-holidays'
import file from '@/prisma/reference/bank-holidays/england.json'

const england = parseBankHolidays(file)

/** The oracle: JavaScript's own calendar at midnight UTC, walked one day at a time. */
const DAY = 86_400_000
const utc = (date: string) => new Date(`${date}T00:00:00Z`)
const iso = (date: Date) => date.toISOString().slice(0, 10)
const dayAfter = (date: string) => iso(new Date(utc(date).getTime() + DAY))
const works = (date: string, off: readonly string[]) =>
  ![0, 6].includes(utc(date).getUTCDay()) && !off.includes(date)

function walk(date: string, count: number, off: readonly string[]): string {
  let day = date
  for (let left = count; left > 0;) {
    day = dayAfter(day)
    if (works(day, off)) left--
  }
  return day
}

function countOf(from: string, to: string, off: readonly string[]): number {
  let count = 0
  for (let day = from; day < to;) {
    day = dayAfter(day)
    if (works(day, off)) count++
  }
  return count
}

const anyDay = fc.date({ min: utc('2022-01-01'), max: utc('2031-12-31'), noInvalidDate: true }).map(iso)
/** Days off that crowd together, weekends among them, as no real year has. */
const crowded = fc
  .uniqueArray(fc.date({ min: utc('2026-11-01'), max: utc('2027-01-31'), noInvalidDate: true }).map(iso), {
    maxLength: 70,
  })
  .map((days) => days.sort())
const winterDay = fc.date({ min: utc('2026-10-15'), max: utc('2027-02-15'), noInvalidDate: true }).map(iso)
const anyCase = fc.oneof(
  fc.tuple(anyDay, anyDay, fc.constant(england)),
  fc.tuple(winterDay, winterDay, crowded),
)

describe('working days', () => {
  it('are those that a walk through the calendar meets', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 0, max: 80 }), ([date, , off], count) => {
        expect(isWorkingDay(date, off)).toBe(works(date, off))
        expect(addWorkingDays(date, count, off)).toBe(walk(date, count, off))
      }),
      { numRuns: 2000 },
    )
  })

  it('are counted from the day after the first up to and with the last', () => {
    fc.assert(
      fc.property(anyCase, ([one, other, off]) => {
        const [from, to] = one < other ? [one, other] : [other, one]
        const count = countOf(from, to, off)
        expect(workingDaysBetween(from, to, off)).toBe(count)
        expect(workingDaysBetween(to, from, off)).toBe(0 - count)
      }),
      { numRuns: 500 },
    )
  })

  it('end a time limit on a working day that is as many working days away', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 400 }), ([date, , off], count) => {
        const end = addWorkingDays(date, count, off)
        expect(isWorkingDay(end, off)).toBe(true)
        expect(workingDaysBetween(date, end, off)).toBe(count)
      }),
    )
  })

  it.each([
    ['over Christmas 2026, when Boxing Day is kept on Monday', '2026-12-24', 1, '2026-12-29'],
    ['over Easter 2028', '2028-04-13', 2, '2028-04-19'],
    ['from a Saturday', '2026-11-21', 1, '2026-11-23'],
    ['from a Sunday, for a week', '2026-11-22', 5, '2026-11-27'],
    ['from a Friday', '2026-11-20', 10, '2026-12-04'],
    ['over the spring bank holiday', '2026-05-22', 1, '2026-05-26'],
  ])('end %s', (_when, date, count, end) => {
    expect(addWorkingDays(date, count, england)).toBe(end)
  })

  it('leave a date as it is when there are none to add, on a Sunday too', () => {
    expect(addWorkingDays('2026-11-22', 0, england)).toBe('2026-11-22')
  })

  it('know weekends alone beyond the last year of the list', () => {
    expect(isWorkingDay('2029-12-25', england)).toBe(true)
    expect(isWorkingDay('2029-12-22', england)).toBe(false)
    expect(addWorkingDays('2028-12-22', 5, england)).toBe('2029-01-02')
  })

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('are never %s', (count) => {
    expect(() => addWorkingDays('2026-11-20', count, england)).toThrow(RangeError)
  })
})
