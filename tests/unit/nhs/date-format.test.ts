import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, parseCalendarDate } from '@/lib/nhs/calendar-date'
import {
  formatDateForBanner,
  formatDateForPatient,
  formatDateForStaff,
  formatDaysFromToday,
} from '@/lib/nhs/date-format'

const date = fc
  .date({ min: new Date('0101-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))

describe('a date in words', () => {
  it('is short for staff, fixed in width for the banner and in full for patients', () => {
    expect(formatDateForStaff('2026-02-03')).toBe('3 Feb 2026')
    expect(formatDateForStaff('2026-09-30')).toBe('30 Sep 2026')
    expect(formatDateForBanner('1961-02-03')).toBe('03-Feb-1961')
    expect(formatDateForPatient('2026-02-03')).toBe('3 February 2026')
  })

  it('is read back as the same day from what staff see', () => {
    fc.assert(
      fc.property(date, (day) => {
        expect(parseCalendarDate(formatDateForStaff(day))).toEqual({ ok: true, value: day })
        expect(parseCalendarDate(formatDateForBanner(day))).toEqual({ ok: true, value: day })
      }),
    )
  })

  it.each([
    [0, 'today'],
    [1, 'tomorrow'],
    [-1, 'yesterday'],
    [3, 'in 3 days'],
    [-12, '12 days ago'],
    [1200, 'in 1,200 days'],
  ])('%i days from today is %j', (days, words) => {
    expect(formatDaysFromToday(addDays('2026-11-21', days), '2026-11-21')).toBe(words)
  })
})
