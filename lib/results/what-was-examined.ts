import type { SurveillanceTests } from './surveillance-tests'

/** What a result is called: PSA, or CT scan of chest, abdomen and pelvis; its code where the list no longer has it. */
export function nameOfResult({ analytes, tests }: SurveillanceTests, code: string): string {
  return [...analytes, ...tests].find((one) => one.code === code)?.name ?? code
}

/** The tests that a result is part of: those that look for its analyte, or the test that a report is of. */
export function testsWith({ tests }: SurveillanceTests, code: string): string[] {
  return tests
    .filter(({ code: test, analytes }) => test === code || analytes.includes(code))
    .map(({ code: test }) => test)
}

/** Tests that give a report in words. */
export function reportTests({ tests }: SurveillanceTests) {
  return tests.filter(({ kind }) => kind !== 'blood')
}

/** Something that a result can be of, by its code and its name. */
export type Examined = { code: string; name: string }

/** What a result of a test is of: the analytes that it looks for, or the test whose report it is. None of one not known any more. */
export function examinedBy({ analytes, tests }: SurveillanceTests, testCode: string): Examined[] {
  const test = tests.find(({ code }) => code === testCode)
  if (!test) return []
  const of = test.kind === 'blood' ? analytes.filter(({ code }) => test.analytes.includes(code)) : [test]
  return of.map(({ code, name }) => ({ code, name }))
}
