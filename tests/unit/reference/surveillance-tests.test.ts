import { describe, expect, it } from 'vitest'
import { ReferenceDataError } from '@/lib/platform/reference-data'
import { parseSurveillanceTests } from '@/lib/results/surveillance-tests'
import { surveillanceTests, surveillanceTestsText } from './surveillance-tests'

function problemsOf(line: string, instead: string): readonly string[] {
  expect(surveillanceTestsText).toContain(line)
  try {
    parseSurveillanceTests(surveillanceTestsText.replace(line, instead))
  } catch (error) {
    if (error instanceof ReferenceDataError) return error.problems
    throw error
  }
  return []
}

describe('the surveillance tests that ship', () => {
  it.each([
    'psa',
    'cea',
    'ca125',
    'ca19_9',
    'thyroglobulin',
    'thyroglobulin_antibodies',
    'tsh',
    'afp',
    'hcg',
    'ldh',
    'haemoglobin',
    'calcium',
    'creatinine',
  ])('know %s by code and by name', (code) => {
    const codes = surveillanceTests.analytes.find((one) => one.code === code)?.codes ?? []
    expect(codes.map(({ system }) => system)).toEqual(expect.arrayContaining(['loinc', 'local']))
  })

  it.each([
    [
      'a LOINC code with a slip',
      'code: 2857-1',
      'code: 2857-2',
      /line \d+: analytes 1 \(psa\) codes 1 \(2857-2\): is no LOINC code/,
    ],
    ['a SNOMED CT code with a slip', "'63476009'", "'63476008'", /is no SNOMED CT concept code/],
    [
      'a code of another analyte',
      'code: 2039-6',
      'code: 2857-1',
      /analytes 3 \(cea\): has the code loinc 2857-1, which another has too/,
    ],
    [
      'a unit that is a spelling of another',
      'spellings: [ug/L, mcg/L, ng/mL]',
      'spellings: [ug/L, ug/L]',
      /analytes 1 \(psa\): has the unit ug\/L twice/,
    ],
    ['a test of an unknown analyte', 'analytes: [cea]', 'analytes: [cee]', /"cee" is none of the analytes/],
    ['blood tested for nothing', '    analytes: [cea]\n', '', /blood is tested for analytes/],
    [
      'a test twice',
      '- code: cea\n    name: CEA\n    kind',
      '- code: psa\n    name: CEA\n    kind',
      /is used twice/,
    ],
    [
      'bounds the wrong way round',
      '{ from: 0, to: 5000 }',
      '{ from: 5000.5, to: 5000 }',
      /is plausible from more than to/,
    ],
  ])('with %s are refused', (_what, line, instead, problem) => {
    expect(problemsOf(line, instead)[0]).toMatch(problem)
  })
})
