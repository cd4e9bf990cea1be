import 'server-only'
import { keepExtraTest } from '@/lib/follow-up/keep-extra-test'
import { listAwaitedTests, listLivePathways, type AwaitedTest } from '@/lib/follow-up/live-pathways'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { knownTests } from '../known-tests'
import { testsWith } from '../what-was-examined'
import type { ResultRow } from './result-rows'

type Sampled = { patientId: string; code: string; sampledOn: CalendarDate }

/** A test of a pathway, and the team that follows the person up on it. */
type PathwayTest = { id: string; teamId: string }

/**
 * The test that a result answers: of those whose window had begun by the sample the last, as the schedule counts too. One
 * that has a result of another day is answered. Where none waits, it is a further test of the person's only pathway; null
 * where there is no pathway, or several could be meant: then the result stands by itself.
 */
export async function testOfResult(
  tx: Tx,
  sampled: Sampled,
  earlier: readonly ResultRow[],
): Promise<PathwayTest | null> {
  const { patientId, code } = sampled
  const found = awaitedTestOf(sampled, await listAwaitedTests(tx, patientId), earlier)
  return found === 'none' ? furtherTest(tx, sampled, testsWith(knownTests(), code)[0]) : found
}

/** Of the tests that are waited for, the one that a result answers; `none` where none waits, null where several could be meant. */
export function awaitedTestOf(
  { code, sampledOn }: Omit<Sampled, 'patientId'>,
  awaited: readonly AwaitedTest[],
  earlier: readonly ResultRow[],
): PathwayTest | 'none' | null {
  const wanted = testsWith(knownTests(), code)
  const waiting = awaited.filter(
    ({ id, testCode, windowFrom }) =>
      wanted.includes(testCode) &&
      windowFrom <= sampledOn &&
      earlier.every((row) => row.testId !== id || fromDatabaseDate(row.sampledOn) === sampledOn),
  )
  const last = [...new Map(waiting.map((test) => [test.pathwayId, test])).values()]
  if (last.length === 0) return 'none'
  return last.length === 1 ? (last[0] ?? null) : null
}

async function furtherTest(
  tx: Tx,
  { patientId, sampledOn }: Sampled,
  test: string | undefined,
): Promise<PathwayTest | null> {
  const [only, ...others] = await listLivePathways(tx, patientId)
  if (!only || others.length > 0 || !test) return null
  const { id: pathwayId, teamId } = only
  return { id: await keepExtraTest(tx, { patientId, pathwayId, teamId, test, on: sampledOn }), teamId }
}
