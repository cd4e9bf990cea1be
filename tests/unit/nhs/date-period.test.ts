import { describe, expect, it } from 'vitest'
import {
  exactly,
  formatPeriodForStaff,
  isSurelyBefore,
  lastDayOf,
  mayCoincide,
  parsePeriodFields,
  type DatePeriod,
} from '@/lib/nhs/date-period'

const february: DatePeriod = { on: '2024-02-01', precision: 'month' }
const year: DatePeriod = { on: '2024-01-01', precision: 'year' }

describe('a date as exactly as it is known', () => {
  it.each([
    [exactly('2024-02-28'), '2024-02-28', '28 Feb 2024'],
    [february, '2024-02-29', 'Feb 2024'],
    [year, '2024-12-31', '2024'],
  ])('%o can have been until %s', (period, last, words) => {
    expect(lastDayOf(period)).toBe(last)
    expect(formatPeriodForStaff(period)).toBe(words)
  })

  it.each([
    [february, exactly('2024-03-01'), true],
    [february, exactly('2024-02-29'), false],
    [exactly('2024-01-31'), february, true],
    [exactly('2024-02-01'), february, false],
    [february, year, false],
    [exactly('2023-12-31'), year, true],
  ])('%o is surely before %o: %s', (one, other, surely) => {
    expect(isSurelyBefore(one, other)).toBe(surely)
    expect(mayCoincide(one, other)).toBe(!surely)
    expect(mayCoincide(other, one)).toBe(!surely)
  })

  it.each([
    [
      { day: '29', month: '2', year: '2024' },
      { ok: true, value: exactly('2024-02-29') },
    ],
    [
      { day: '', month: 'feb', year: '2024' },
      { ok: true, value: february },
    ],
    [
      { day: ' ', month: ' ', year: '2024' },
      { ok: true, value: year },
    ],
    [
      { day: '', month: '', year: '' },
      { ok: false, fault: { kind: 'missing', fields: ['day', 'month', 'year'] } },
    ],
    [
      { day: '', month: '2', year: '' },
      { ok: false, fault: { kind: 'missing', fields: ['year'] } },
    ],
    [
      { day: '3', month: '', year: '2024' },
      { ok: false, fault: { kind: 'missing', fields: ['month'] } },
    ],
    [
      { day: '', month: '13', year: '2024' },
      { ok: false, fault: { kind: 'not_real', fields: ['month'] } },
    ],
    [
      { day: '', month: '2', year: '24' },
      { ok: false, fault: { kind: 'year_not_four_digits', fields: ['year'] } },
    ],
  ])('is read from its boxes: %o', (typed, read) => {
    expect(parsePeriodFields(typed)).toEqual(read)
  })
})
