import { describe, expect, it } from 'vitest'
import { diagnosisFaults, isRecordedAlready, treatmentFaults } from '@/lib/diagnoses/rules'
import { exactly } from '@/lib/nhs/date-period'

const life = { bornOn: '1961-02-03', diedOn: null, today: '2026-11-21' }
const died = { ...life, diedOn: '2026-06-01' }

describe('the day of a diagnosis', () => {
  it.each(['1961-02-03', '2026-11-21', '2020-02-29'])('may be %s', (on) => {
    expect(diagnosisFaults(exactly(on), life)).toEqual([])
  })

  it.each([
    ['2026-11-22', life, 'Date of diagnosis must be today or in the past'],
    ['1961-02-02', life, 'Date of diagnosis must be on or after 3 Feb 1961, when the person was born'],
    ['2026-06-02', died, 'Date of diagnosis must be on or before 1 Jun 2026, when the person died'],
  ])('may not be %s', (on, lifetime, message) => {
    expect(diagnosisFaults(exactly(on), lifetime)).toEqual([{ field: 'diagnosedOn', message }])
  })

  it('may be the day of the death', () => {
    expect(diagnosisFaults(exactly('2026-06-01'), died)).toEqual([])
  })
})

describe('the days of a treatment', () => {
  it('are both named where both are wrong', () => {
    const faults = treatmentFaults(
      { startedOn: '2026-12-01', endedOn: '2026-12-02', outcome: null },
      null,
      life,
    )
    expect(faults.map(({ field }) => field)).toEqual(['startedOn', 'endedOn'])
  })

  it.each([
    ['2026-01-01', null, '2026-01-02', 'startedOn', 'on or after 2 Jan 2026, when the diagnosis was made'],
    ['2026-01-03', '2026-01-02', '2026-01-02', 'endedOn', 'on or after its start'],
    ['2026-05-01', '2026-06-02', null, 'endedOn', 'on or before 1 Jun 2026, when the person died'],
  ])('from %s to %s, diagnosed %s: refused at %s', (...given) => {
    const [startedOn, endedOn, diagnosedOn, field, words] = given
    const faults = treatmentFaults(
      { startedOn, endedOn, outcome: null },
      diagnosedOn === null ? null : exactly(diagnosedOn),
      died,
    )
    expect(faults).toEqual([{ field, message: expect.stringContaining(words) }])
  })

  it('may all be one day', () => {
    const day = '2026-01-02'
    expect(
      treatmentFaults({ startedOn: day, endedOn: day, outcome: '1' }, exactly(day), { ...life, diedOn: day }),
    ).toEqual([])
  })

  it('cannot say how it ended before it has', () => {
    const faults = treatmentFaults({ startedOn: '2026-01-01', endedOn: null, outcome: '1' }, null, life)
    expect(faults).toEqual([
      { field: 'outcome', message: expect.stringContaining('when the treatment ended') },
    ])
  })
})

describe('a diagnosis recorded twice', () => {
  const told = {
    kind: 'primary' as const,
    icd10Code: 'C50.9',
    laterality: 'L',
    diagnosedOn: '2026-01-02',
    diagnosedOnPrecision: 'day' as const,
  }

  it('is one with the same code, side and day', () => {
    expect(isRecordedAlready(told, [{ ...told }])).toBe(true)
  })

  it.each([
    { diagnosedOn: '2026-01-01', diagnosedOnPrecision: 'month' as const },
    { diagnosedOn: '2026-01-01', diagnosedOnPrecision: 'year' as const },
  ])('is one that may be of the same day: %o', (other) => {
    expect(isRecordedAlready(told, [{ ...told, ...other }])).toBe(true)
  })

  it.each([
    { kind: 'recurrence' as const },
    { laterality: 'R' },
    { diagnosedOn: '2026-01-03' },
    { icd10Code: 'C50.8' },
  ])('is not one with %o', (other) => {
    expect(isRecordedAlready(told, [{ ...told, ...other }])).toBe(false)
  })
})
