import 'server-only'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { listPlacedResults, type PlacedResult } from '@/lib/results/answer-tests'
import { testName } from '@/lib/results/known-tests'
import type { PathwaySnapshot, PlannedTest } from '../pathway'
import { plannedTests } from '../schedule'
import { standingDone } from './facts-of-rows'
import type { TestRow } from './pathway-rows'
import { readPathways, type KnownPathway } from './read-pathways'

/** A test that was said to be done, whose result is waited for. */
type Awaited = Pick<PlacedResult, 'tests' | 'sampledOn'> & { testId: string }

/** A test of a pathway that was done before the pathway was decided: with its results, or while they are waited for. */
export type DoneBefore = { test: PlannedTest; results: readonly PlacedResult[]; awaited: Awaited | null }

type Deciding = {
  patientId: string
  snapshot: PathwaySnapshot
  /** The pathway that is about to end, or was just opened: another that goes on keeps its results. */
  pathwayId: string | null
}

/**
 * The tests of a pathway that results from before it answer, so that nobody is asked for a test that they have just had: a
 * result that no pathway which goes on has, or could mean, sampled in the window of exactly one of its tests. What somebody
 * said of a result stands. Of several days the first counts, as the schedule counts too. A test whose result is waited for
 * counts likewise.
 */
export async function findDoneBefore(tx: Tx, deciding: Deciding): Promise<DoneBefore[]> {
  const { patientId, snapshot, pathwayId } = deciding
  const pathways = await readPathways(tx, { patientIds: [patientId] })
  const others = pathways.filter(({ row }) => row.endedOn === null && row.id !== pathwayId)
  const testOf = new Map(pathways.flatMap(({ row }) => row.tests.map((test) => [test.id, test] as const)))
  const free = (await listPlacedResults(tx, patientId)).filter(
    (result) => isFree(result, testOf) && !others.some((pathway) => couldMean(pathway, result)),
  )
  const waiting = pathways
    .filter((pathway) => !others.includes(pathway))
    .flatMap(awaitedOn)
    .filter((done) => !others.some((pathway) => couldMean(pathway, done)))
  const planned = plannedTests(snapshot)
  return planned.flatMap((test): DoneBefore[] => {
    const isMeant = (done: Sampled) =>
      isInWindow(test, done) && planned.filter((one) => isInWindow(one, done)).length === 1
    const ofFirst = firstOf(free.filter(isMeant))
    const results = free.filter((one) => isMeant(one) && ofFirst.some((other) => belongTogether(one, other)))
    if (results.length > 0) return [{ test, results, awaited: null }]
    const [awaited] = firstOf(waiting.filter(isMeant))
    return awaited ? [{ test, results, awaited }] : []
  })
}

type Sampled = Pick<PlacedResult, 'tests' | 'sampledOn'>

/** Those of the first day. */
function firstOf<Done extends Sampled>(done: readonly Done[]): Done[] {
  const [first] = done.map(({ sampledOn }) => sampledOn).sort()
  return done.filter(({ sampledOn }) => sampledOn === first)
}

/** The tests of a pathway that were said to be done and have no result. */
function awaitedOn({ row, results }: KnownPathway): Awaited[] {
  const resulted = new Set(results.results.map(({ testId }) => testId))
  return row.tests
    .filter(({ id, settledAt }) => settledAt === null && !resulted.has(id))
    .flatMap((test) => standingDone(test).slice(-1))
    .map(({ test, on }) => ({ testId: test.id, tests: [test.testCode], sampledOn: fromDatabaseDate(on) }))
}

/** Of one day, or parts of one test that were taken on several. */
function belongTogether(one: PlacedResult, other: PlacedResult): boolean {
  return one.sampledOn === other.sampledOn || (one.testId !== null && one.testId === other.testId)
}

function isInWindow({ test, opensOn, closesOn }: PlannedTest, { tests, sampledOn }: Sampled): boolean {
  return tests.includes(test) && opensOn <= sampledOn && sampledOn <= closesOn
}

/** What somebody said stands, unless the days say the same. */
function isFree(
  { testId, isChosen, sampledOn }: PlacedResult,
  testOf: ReadonlyMap<string, TestRow>,
): boolean {
  if (!isChosen) return true
  const test = testId === null ? undefined : testOf.get(testId)
  return (
    test !== undefined &&
    fromDatabaseDate(test.windowFrom) <= sampledOn &&
    sampledOn <= fromDatabaseDate(test.overdueOn)
  )
}

/** Whether a pathway has the result, or waits for such a one. */
function couldMean(
  { row }: KnownPathway,
  { testId, tests, sampledOn }: Sampled & { testId: string | null },
): boolean {
  return row.tests.some(
    ({ id, testCode, settledAt, windowFrom }) =>
      id === testId ||
      (settledAt === null && tests.includes(testCode) && fromDatabaseDate(windowFrom) <= sampledOn),
  )
}

/** What counts for a test already, in words. */
export function doneBeforeInWords({ test, results, awaited }: DoneBefore): string {
  const on = results[0]?.sampledOn ?? awaited?.sampledOn ?? test.dueOn
  return `${testName(test.test)} of ${formatDateForStaff(on)} counts for the one due ${formatDateForStaff(test.dueOn)}`
}
