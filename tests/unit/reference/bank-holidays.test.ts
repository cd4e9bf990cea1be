import { describe, expect, it } from 'vitest'
import { lastYearKnown } from '@/lib/nhs/working-days'
import { parseBankHolidays } from '@/lib/platform/bank-holidays'
import { ReferenceDataError } from '@/lib/platform/reference-data'
import file from '@/prisma/reference/bank-holidays/england.json'

const DAY = 86_400_000
const iso = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10)
const weekday = (milliseconds: number) => new Date(milliseconds).getUTCDay()

/** Easter Sunday of a Gregorian year: Oudin's method, as the United States Naval Observatory gives it. */
function easter(year: number): number {
  const whole = Math.trunc
  const century = whole(year / 100)
  const golden = year - 19 * whole(year / 19)
  const lunar = whole((century - 17) / 25)
  let moon = century - whole(century / 4) - whole((century - lunar) / 3) + 19 * golden + 15
  moon -= 30 * whole(moon / 30)
  moon -= whole(moon / 28) * (1 - whole(moon / 28) * whole(29 / (moon + 1)) * whole((21 - golden) / 11))
  let sunday = year + whole(year / 4) + moon + 2 - century + whole(century / 4)
  sunday -= 7 * whole(sunday / 7)
  const offset = moon - sunday
  const month = 3 + whole((offset + 40) / 44)
  return Date.UTC(year, month - 1, offset + 28 - 31 * whole(month / 4))
}

function mondayFrom(year: number, month: number, day: number): number {
  let date = Date.UTC(year, month - 1, day)
  while (weekday(date) !== 1) date += DAY
  return date
}

function yearsDays(year: number): string[] {
  const moved = [
    [1, 1],
    [12, 25],
    [12, 26],
  ].map(([month, day]) => Date.UTC(year, month! - 1, day))
  const kept = new Set<number>([
    easter(year) - 2 * DAY,
    easter(year) + DAY,
    mondayFrom(year, 5, 1),
    mondayFrom(year, 5, 25),
    mondayFrom(year, 8, 25),
    ...moved.filter((date) => ![0, 6].includes(weekday(date))),
  ])
  for (const date of moved.filter((day) => [0, 6].includes(weekday(day)))) {
    let instead = date
    while ([0, 6].includes(weekday(instead)) || kept.has(instead)) instead += DAY
    kept.add(instead)
  }
  return [...kept].map(iso).sort()
}

function problemsOf(data: unknown): readonly string[] {
  try {
    parseBankHolidays(data)
  } catch (error) {
    if (error instanceof ReferenceDataError) return error.problems
    throw error
  }
  return []
}

describe('the bank holidays that ship', () => {
  const holidays = parseBankHolidays(file)

  it.each([2024, 2025, 2026, 2027, 2028])('of %i are those of the law and of Easter', (year) => {
    expect(holidays.filter((day) => day.startsWith(String(year)))).toEqual(yearsDays(year))
  })

  it('are known to the end of 2028, and no further', () => {
    expect(lastYearKnown(holidays)).toBe(2028)
    expect(holidays).toHaveLength(40)
  })

  it('say of each day kept on another that it is a substitute day', () => {
    const fixed = file.events.filter(({ title }) => /^(?:New Year|Christmas|Boxing)/.test(title))
    const substitutes = fixed.filter(({ date }) => !/-(?:01-01|12-25|12-26)$/.test(date))
    expect(substitutes.map(({ date }) => date)).toEqual([
      '2026-12-28',
      '2027-12-27',
      '2027-12-28',
      '2028-01-03',
    ])
    expect(file.events.filter(({ notes }) => notes !== '')).toEqual(substitutes)
  })
})

describe('a list of bank holidays from a file', () => {
  const day = { date: '2029-01-01', title: 'New Year’s Day', notes: '', bunting: true }
  const withDays = (...events: object[]) => ({ ...file, events })

  it('is sorted', () => {
    expect(parseBankHolidays(withDays({ ...day, date: '2029-12-25' }, day))).toEqual([
      '2029-01-01',
      '2029-12-25',
    ])
  })

  it.each([
    [
      'a day that does not exist',
      withDays({ ...day, date: '2029-02-29' }),
      'events 1 date: must be a day that exists, as yyyy-MM-dd',
    ],
    [
      'a date in another form',
      withDays({ ...day, date: '01/01/2029' }),
      'events 1 date: must be a day that exists, as yyyy-MM-dd',
    ],
    ['a day twice', withDays(day, day), 'events 2 date: is there twice'],
    ['a year left out', withDays(day, { ...day, date: '2031-01-01' }), 'events: hold no day of 2030'],
    ['no name for a day', withDays({ ...day, title: ' ' }), 'events 1 title: must not be empty'],
    ['no days', withDays(), 'events: must hold at least one day'],
  ])('with %s is refused, naming it', (_what, data, problem) => {
    expect(problemsOf(data)).toEqual([problem])
  })

  it('of Scotland is refused', () => {
    expect(problemsOf({ ...file, division: 'scotland' })).toHaveLength(1)
  })

  it('that is empty knows no last year', () => {
    expect(() => lastYearKnown([])).toThrow(RangeError)
  })
})
