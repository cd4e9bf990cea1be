import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateFieldsFaultWords, parseDateFields } from '@/lib/nhs/date-fields'

describe('a date typed into three boxes', () => {
  it.each([
    [{ day: '3', month: '2', year: '2026' }, '2026-02-03'],
    [{ day: ' 03 ', month: '02', year: ' 2026 ' }, '2026-02-03'],
    [{ day: '3', month: 'feb', year: '2026' }, '2026-02-03'],
    [{ day: '3', month: 'February', year: '2026' }, '2026-02-03'],
    [{ day: '29', month: '2', year: '2024' }, '2024-02-29'],
  ])('%o is %s', (typed, date) => {
    expect(parseDateFields(typed)).toEqual({ ok: true, value: date })
  })

  it.each([
    [{ day: '', month: ' ', year: '' }, 'missing', ['day', 'month', 'year'], 'Enter date of birth'],
    [{ day: '3', month: '', year: '2026' }, 'missing', ['month'], 'Date of birth must include a month'],
    [
      { day: '', month: '2', year: '' },
      'missing',
      ['day', 'year'],
      'Date of birth must include a day and year',
    ],
    [
      { day: '31', month: '2', year: '2026' },
      'not_real',
      ['day', 'month', 'year'],
      'Date of birth must be a real date',
    ],
    [
      { day: '29', month: '2', year: '2025' },
      'not_real',
      ['day', 'month', 'year'],
      'Date of birth must be a real date',
    ],
    [{ day: '32', month: '2', year: '2026' }, 'not_real', ['day'], 'Date of birth must be a real date'],
    [
      { day: '0', month: '13', year: '2026' },
      'not_real',
      ['day', 'month'],
      'Date of birth must be a real date',
    ],
    [
      { day: '3', month: 'fév', year: '20x6' },
      'not_real',
      ['month', 'year'],
      'Date of birth must be a real date',
    ],
    [{ day: '3', month: '2', year: '0000' }, 'not_real', ['year'], 'Date of birth must be a real date'],
    [
      { day: '3', month: '2', year: '61' },
      'year_not_four_digits',
      ['year'],
      'Date of birth must have a year of 4 numbers',
    ],
    [
      { day: '3', month: '2', year: '02026' },
      'year_not_four_digits',
      ['year'],
      'Date of birth must have a year of 4 numbers',
    ],
  ])('%o is %s of %o', (typed, kind, fields, words) => {
    const parsed = parseDateFields(typed)
    expect(parsed).toEqual({ ok: false, fault: { kind, fields } })
    if (!parsed.ok) expect(dateFieldsFaultWords(parsed.fault, 'Date of birth')).toBe(words)
  })

  it('never throws, and always marks a box that is at fault', () => {
    const text = fc.oneof(fc.string(), fc.integer({ min: -1, max: 40 }).map(String))
    fc.assert(
      fc.property(text, text, text, (day, month, year) => {
        const parsed = parseDateFields({ day, month, year })
        expect(parsed.ok || parsed.fault.fields.length > 0).toBe(true)
      }),
    )
  })
})
