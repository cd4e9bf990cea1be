import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSurveillanceTests, type SurveillanceTests } from './surveillance-tests'

const FILE = path.join(process.cwd(), 'prisma/reference/surveillance-tests/2026-11.yaml')

let known: SurveillanceTests | null = null

/** The analytes and tests that the service knows, read once. */
export function knownTests(): SurveillanceTests {
  known ??= parseSurveillanceTests(readFileSync(FILE, 'utf8'))
  return known
}

/** A test by the name that staff use; its code where it is no longer known. */
export function testName(code: string): string {
  return knownTests().tests.find((test) => test.code === code)?.name ?? code
}

/** A test as letters to the person call it, after "your". */
export function testForPerson(code: string): string {
  return knownTests().tests.find((test) => test.code === code)?.forPerson ?? 'test'
}
