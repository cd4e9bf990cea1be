import 'server-only'
import type { AwaitedTest } from '@/lib/follow-up/live-pathways'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { knownTests } from '../known-tests'
import { testsWith } from '../what-was-examined'
import type { ResultRow } from './result-rows'

type Sampled = { code: string; sampledOn: CalendarDate }

/**
 * The test that a result answers: of those whose window had begun by the sample the last, as the schedule counts too. One
 * that has a result of another day is answered.
 *
 * @returns `none` where none waits, null where several could be meant
 */
export function awaitedTestOf(
  { code, sampledOn }: Sampled,
  awaited: readonly AwaitedTest[],
  earlier: readonly ResultRow[],
): AwaitedTest | 'none' | null {
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
