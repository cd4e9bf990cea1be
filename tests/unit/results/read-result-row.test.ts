import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contentOfRow, readResultRow } from '@/lib/results/file/read-result-row'
import {
  placeColumns,
  RESULT_FILE_COLUMNS,
  type ResultFileCells,
} from '@/lib/results/file/result-file-columns'
import { parseSurveillanceTests } from '@/lib/results/surveillance-tests'

const tests = parseSurveillanceTests(readFileSync('prisma/reference/surveillance-tests/2026-11.yaml', 'utf8'))

const row: ResultFileCells = {
  nhsNumber: '999 418 0002',
  familyName: 'Okafor',
  givenName: 'Daniel',
  bornOn: '03/02/1961',
  specimenNumber: '26.1',
  testCode: 'PSA',
  testName: '',
  value: '0.05',
  unit: 'ug/L',
  referenceRange: '',
  status: 'F',
  sampledOn: '2 Mar 2026',
  reportedOn: '',
}

const readOf = (change: Partial<ResultFileCells>) => readResultRow(tests, { ...row, ...change }, '2026-11-29')

describe('a row of a file of results', () => {
  it.each([
    [{}, '0.05', 'final'],
    [{ value: '<0.01' }, '<0.01', 'final'],
    [{ value: '.050' }, '.050', 'final'],
    [{ status: 'p' }, '0.05', 'preliminary'],
    [{ status: 'Corrected' }, '0.05', 'corrected'],
    [{ testCode: '2857-1' }, '0.05', 'final'],
    [{ testCode: ' psa ', unit: 'ng/mL' }, '0.05', 'final'],
  ])('%o keeps the number as it came, in the unit of the service', (change, written, status) => {
    expect(readOf(change)).toMatchObject({
      ok: true,
      value: { code: 'psa', status, sampledOn: '2026-03-02', value: { quantity: { written }, unit: 'µg/L' } },
    })
  })

  it('cancelled has no value, whatever stands there', () => {
    expect(readOf({ status: 'X', value: 'haemolysed', unit: '' })).toMatchObject({
      ok: true,
      value: { status: 'cancelled', value: null },
    })
  })

  it.each([
    [{ testCode: 'XYZ' }, 'unknown_analyte'],
    [{ testCode: 'ct_body' }, 'report_in_words'],
    [{ value: '' }, 'missing_value'],
    [{ value: '1,5' }, 'not_a_number'],
    [{ value: '-1' }, 'not_a_number'],
    [{ unit: '' }, 'missing_unit'],
    [{ unit: 'mg/L' }, 'unknown_unit'],
    [{ unit: 'UG/L' }, 'unknown_unit'],
    [{ status: '' }, 'unknown_status'],
    [{ sampledOn: '31/02/2026' }, 'no_sample_date'],
    [{ sampledOn: '30/11/2026' }, 'future_date'],
  ])('%o is left to a person', (change, fault) => {
    expect(readOf(change)).toEqual({ ok: false, fault })
  })

  it('is kept as it came for whoever settles it', () => {
    const content = contentOfRow({ ...row, bornOn: 'unknown', nhsNumber: '9994180003' }, 7)
    expect(content).toMatchObject({ row: 7, person: { nhsNumber: null, bornOn: null }, value: '0.05' })
    expect(content.sent).toContain('NHS Number: 9994180003')
  })
})

describe('the headings of a file of results', () => {
  const headings = Object.values(RESULT_FILE_COLUMNS).map(({ heading }) => heading)

  it('are found in any order, case and spacing, beside others', () => {
    const found = placeColumns(['Ward', ...headings.toReversed().map((one) => ` ${one.toUpperCase()} `)])
    expect(found).toMatchObject({ ok: true, places: { nhsNumber: headings.length, reportedOn: 1 } })
  })

  it('are named where they are missing, or there twice', () => {
    expect(placeColumns(headings.slice(2))).toEqual({
      ok: false,
      words: 'The file has no column NHS Number, Surname',
    })
    expect(placeColumns([...headings, 'Value'])).toEqual({
      ok: false,
      words: 'The file has more than one column Value',
    })
  })
})
