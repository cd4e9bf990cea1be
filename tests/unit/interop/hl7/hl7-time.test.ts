import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatHl7Time, parseHl7Day, parseHl7Time } from '@/lib/interop/hl7/hl7-time'

function read(text: string) {
  const time = parseHl7Time(text)
  return time.ok
    ? [time.value.precision, time.value.day, time.value.instant?.toISOString() ?? null]
    : time.fault
}

describe('a time of HL7', () => {
  it.each([
    ['2026', ['year', null, null]],
    ['202611', ['month', null, null]],
    ['20261102', ['day', '2026-11-02', null]],
    ['2026110208', ['hour', '2026-11-02', '2026-11-02T08:00:00.000Z']],
    ['202607020815', ['minute', '2026-07-02', '2026-07-02T07:15:00.000Z']],
    ['20261102081530.1234', ['second', '2026-11-02', '2026-11-02T08:15:30.123Z']],
    ['20190514102527+0200', ['second', '2019-05-14', '2019-05-14T08:25:27.000Z']],
    ['20260101003000-0930', ['second', '2026-01-01', '2026-01-01T10:00:00.000Z']],
    ['19850101000000+0700', ['second', '1985-01-01', '1984-12-31T17:00:00.000Z']],
    ['20240229', ['day', '2024-02-29', null]],
  ])('%s is as exact as it says, in London where it names no zone', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('in the hour that October has twice is the first, and in the one that March leaves out is later', () => {
    expect(read('202610250130')).toEqual(['minute', '2026-10-25', '2026-10-25T00:30:00.000Z'])
    expect(read('202610250230')).toEqual(['minute', '2026-10-25', '2026-10-25T02:30:00.000Z'])
    expect(read('202603290130')).toEqual(['minute', '2026-03-29', '2026-03-29T01:30:00.000Z'])
    expect(read('202603290230')).toEqual(['minute', '2026-03-29', '2026-03-29T01:30:00.000Z'])
  })

  it.each([
    '2025-01-15T14:30:00',
    '01/15/2025 14:30:00',
    '15/01/2025',
    '196203520',
    '20260230',
    '20250229',
    '00000101',
    '20261301',
    '2026110224',
    '202611020860',
    '20261102081560',
    '20261102081530+2500',
    '20261102081530+0160',
    '20261102T08',
    '202',
    'None',
  ])('%s is none', (text) => {
    expect(read(text)).toBe('not_a_time')
  })

  it('is missing when it is blank', () => {
    expect(read(' ')).toBe('missing')
  })

  it('that we wrote is the instant that we meant, to the second', () => {
    const instants = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, (instant) => {
        const back = parseHl7Time(formatHl7Time(instant))
        expect(back.ok && back.value.instant?.getTime()).toBe(Math.floor(instant.getTime() / 1000) * 1000)
      }),
    )
  })
})

describe('a day', () => {
  it('may have hyphens, which can mean one day only', () => {
    expect(parseHl7Day('1928-01-31')).toMatchObject({
      ok: true,
      value: { day: '1928-01-31', precision: 'day' },
    })
    expect(parseHl7Day('1928-31-01').ok).toBe(false)
    expect(parseHl7Day('31-01-1928').ok).toBe(false)
  })
})
