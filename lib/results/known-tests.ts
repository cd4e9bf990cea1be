import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSurveillanceTests, type SurveillanceTests } from './surveillance-tests'

const NEWEST = 'prisma/reference/surveillance-tests/2026-11.yaml'

let known: SurveillanceTests | null = null

/** The analytes and tests that the service knows; read the first time they are asked for and kept. */
export function knownTests(): SurveillanceTests {
  known ??= parseSurveillanceTests(readFileSync(path.join(process.cwd(), NEWEST), 'utf8'))
  return known
}
