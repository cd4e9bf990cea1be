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
