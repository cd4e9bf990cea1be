import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diagnosisFaults, isRecordedAlready, treatmentFaults } from '@/lib/diagnoses/rules'
import { addDays } from '@/lib/nhs/calendar-date'

const life = { bornOn: '1961-02-03', diedOn: null, today: '2026-11-21' }
const died = { ...life, diedOn: '2026-06-01' }

describe('the day of a diagnosis', () => {
  it.each(['1961-02-03', '2026-11-21', '2020-02-29'])('may be %s', (on) => {
    expect(diagnosisFaults(on, life)).toEqual([])
  })

  it.each([
    ['2026-11-22', life, 'Date of diagnosis must be today or in the past'],
    ['1961-02-02', life, 'Date of diagnosis must be on or after 3 Feb 1961, when the person was born'],
    ['2026-06-02', died, 'Date of diagnosis must be on or before 1 Jun 2026, when the person died'],
  ])('may not be %s', (on, lifetime, message) => {
    expect(diagnosisFaults(on, lifetime)).toEqual([{ field: 'diagnosedOn', message }])
  })

  it('may be the day of the death', () => {
    expect(diagnosisFaults('2026-06-01', died)).toEqual([])
  })
})

describe('the days of a treatment', () => {
  it('are both named where both are wrong', () => {
    const faults = treatmentFaults({ startedOn: '2026-12-01', endedOn: '2026-12-02' }, null, life)
    expect(faults.map(({ field }) => field)).toEqual(['startedOn', 'endedOn'])
  })

  it.each([
    ['2026-01-01', null, '2026-01-02', 'startedOn', 'on or after 2 Jan 2026, when the diagnosis was made'],
    ['2026-01-03', '2026-01-02', '2026-01-02', 'endedOn', 'on or after its start'],
    ['2026-05-01', '2026-06-02', null, 'endedOn', 'on or before 1 Jun 2026, when the person died'],
  ])('from %s to %s, diagnosed %s: refused at %s', (...given) => {
    const [startedOn, endedOn, diagnosedOn, field, words] = given
    const faults = treatmentFaults({ startedOn, endedOn }, diagnosedOn, died)
    expect(faults).toEqual([{ field, message: expect.stringContaining(words) }])
  })

  it('may all be one day', () => {
    const day = '2026-01-02'
    expect(treatmentFaults({ startedOn: day, endedOn: day }, day, { ...life, diedOn: day })).toEqual([])
  })

  it('are possible just when they are in order: birth, diagnosis, start, end, death and today', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-01-01', days))
    const orNone = fc.option(day, { nil: null })
    fc.assert(
      fc.property(fc.tuple(day, day, day), fc.tuple(orNone, orNone, orNone), (days, others) => {
        const [bornOn, startedOn, today] = days
        const [endedOn, diagnosedOn, diedOn] = others
        const faults = treatmentFaults({ startedOn, endedOn }, diagnosedOn, { bornOn, diedOn, today })
        const earliest = [bornOn, diagnosedOn ?? bornOn].sort().at(-1) ?? ''
        const latest = [today, diedOn ?? today].sort()[0] ?? ''
        const order = [earliest, startedOn, endedOn ?? startedOn, latest]
        const inOrder = order.every((one, place) => place === 0 || (order[place - 1] ?? '') <= one)
        expect(faults.length === 0).toBe(inOrder)
      }),
    )
  })
})

describe('a diagnosis recorded twice', () => {
  const told = { icd10Code: 'C50.9', laterality: 'L', diagnosedOn: '2026-01-02' }

  it('is one with the same code, side and day', () => {
    expect(isRecordedAlready(told, [{ ...told }])).toBe(true)
  })

  it.each([{ laterality: 'R' }, { diagnosedOn: '2026-01-03' }, { icd10Code: 'C50.8' }])(
    'is not one with %o',
    (other) => {
      expect(isRecordedAlready(told, [{ ...told, ...other }])).toBe(false)
    },
  )
})
