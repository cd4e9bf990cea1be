import { describe, expect, it } from 'vitest'
import { doubtsAbout } from '@/lib/results/result-doubts'
import { findAnalyte, readMeasurement } from '@/lib/results/read-result'
import { surveillanceTests } from '../reference/surveillance-tests'
import { reading } from './some-results'

const TODAY = '2026-03-10'
const analyte = (code: string) => surveillanceTests.analytes.find((one) => one.code === code)!

function doubts(now: ReturnType<typeof reading>, others: ReturnType<typeof reading>[] = [], code = 'psa') {
  return doubtsAbout({
    reading: now,
    analyte: analyte(code),
    others,
    bornOn: '1950-06-01',
    today: TODAY,
  }).map(({ kind }) => kind)
}

describe('what looks like a slip', () => {
  const last = reading('0.4', '2025-09-10')
  const limit = (written: string) => reading(written, '2025-09-10')
  it.each([
    ['nothing', reading('0.5', TODAY), [last], []],
    ['ten times the last', reading('4', TODAY), [last], ['ten_times']],
    ['a hundred times the last', reading('40', TODAY), [last], ['ten_times']],
    ['not quite ten times', reading('3.99', TODAY), [last], []],
    ['a tenth of the last', reading('0.04', TODAY), [last], ['a_tenth']],
    ['ten times one that came later', reading('4', '2025-06-10'), [last], []],
    ['ten times a limit, as when 0.05 was meant', reading('5', TODAY), [limit('<0.1')], ['ten_times']],
    ['just ten times a limit', reading('1', TODAY), [limit('<=0.1')], ['ten_times']],
    ['not quite ten times a limit', reading('0.99', TODAY), [limit('<0.1')], []],
    ['a tenth of a limit, below which anything may be', reading('0.01', TODAY), [limit('<0.1')], []],
    ['ten times what was above a limit', reading('1000', TODAY), [limit('>100')], []],
    ['a limit again', reading('<0.1', TODAY), [limit('<0.01')], []],
    ['a sample tomorrow', reading('0.5', '2026-03-11'), [], ['sample_in_future']],
    ['a sample of more than a year ago', reading('0.5', '2025-03-09'), [], ['long_ago']],
    [
      'a result before its sample',
      reading('0.5', TODAY, { issuedAt: new Date('2026-03-09T10:00:00Z') }),
      [],
      ['issued_before_sample'],
    ],
    [
      'a result just after midnight of its day in summer',
      reading('0.5', '2025-06-10', { issuedAt: new Date('2025-06-09T23:30:00Z') }),
      [],
      [],
    ],
    ['a sample before birth', reading('0.5', '1950-05-31'), [], ['long_ago', 'sample_before_birth']],
    ['a second of the same day', reading('0.5', TODAY), [reading('0.6', TODAY)], ['same_day']],
    ['a number beyond all bounds', reading('5001', TODAY), [], ['implausible']],
  ])('%s', (_what, now, others, kinds) => {
    expect(doubts(now, others)).toEqual(kinds)
  })

  it('is asked about with what it is compared with', () => {
    const [doubt] = doubtsAbout({
      reading: reading('5', TODAY),
      analyte: analyte('psa'),
      others: [limit('<0.1')],
      bornOn: '1950-06-01',
      today: TODAY,
    })
    expect(doubt?.words).toBe('5 is ten times or more the limit of the last, <0.1 µg/L. Is the point right?')
  })

  it('is a unit that the number fits', () => {
    const now = reading('13.2', TODAY, { code: 'haemoglobin', unit: 'g/L' })
    expect(doubts(now, [], 'haemoglobin')).toEqual(['wrong_unit'])
    const [doubt] = doubtsAbout({
      reading: now,
      analyte: analyte('haemoglobin'),
      others: [],
      bornOn: '1950-06-01',
      today: TODAY,
    })
    expect(doubt?.words).toBe('13.2 g/L is outside 30 to 250. Was it g/dL, which would be 132 g/L?')
    expect(doubts(reading('132', TODAY, { code: 'haemoglobin', unit: 'g/L' }), [], 'haemoglobin')).toEqual([])
    expect(doubts(reading('0.08', TODAY, { code: 'creatinine', unit: 'µmol/L' }), [], 'creatinine')).toEqual([
      'wrong_unit',
    ])
  })
})

describe('a measurement as a laboratory sends it', () => {
  it.each([
    ['psa', '0.2', 'ng/mL', 'µg/L'],
    ['psa', '<0.01', 'ug/L', 'µg/L'],
    ['psa', '0.2', 'μg/L', 'µg/L'],
    ['haemoglobin', '132', 'g/L', 'g/L'],
    ['white_cells', '7.36', 'x10*9/L', '10*9/L'],
    ['afp', '3', 'µg/L', 'µg/L'],
    ['afp', '3', 'IU/mL', 'kU/L'],
  ])('%s %s %s is taken with its number untouched', (code, value, unit, taken) => {
    expect(readMeasurement(analyte(code), { value, unit })).toMatchObject({
      ok: true,
      value: { unit: taken, quantity: { written: value } },
    })
  })

  it.each([
    ['haemoglobin', '13.2', 'g/dL', 'unknown_unit'],
    ['psa', '0.2', '', 'missing_unit'],
    ['psa', '0.2', 'UG/L', 'unknown_unit'],
    ['tsh', '1', 'MU/L', 'unknown_unit'],
    ['psa', 'haemolysed', 'µg/L', 'not_a_number'],
  ])('%s %s %s is refused as %s', (code, value, unit, fault) => {
    expect(readMeasurement(analyte(code), { value, unit })).toEqual({ ok: false, fault })
  })

  it.each([
    ['loinc', '2857-1', 'psa'],
    ['loinc', '2857-2', undefined],
    ['snomed', '60267001', 'cea'],
    ['local', 'ca 125', 'ca125'],
    ['read2', '42H..', 'white_cells'],
    ['read2', '42h..', undefined],
    ['local', 'PSAX', undefined],
  ] as const)('with the %s code %s is of %s', (system, code, expected) => {
    expect(findAnalyte(surveillanceTests, system, code)?.code).toBe(expected)
  })
})
