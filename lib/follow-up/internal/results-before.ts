import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import type { AccessEntry } from '@/lib/access-log/record-access'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { now, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate, toDatabaseDate } from '@/lib/platform/database-dates'
import { keepAnswers, listPlacedResults, type PlacedResult } from '@/lib/results/answer-tests'
import { testName } from '@/lib/results/known-tests'
import type { PathwaySnapshot, PlannedTest } from '../pathway'
import { reconsiderPathway } from '../reconsider-pathway'
import { plannedTests } from '../schedule'
import type { TestRow } from './pathway-rows'
import { readPathways, type KnownPathway } from './read-pathways'
import { newRow } from './test-rows'
import { writeTests } from './write-tests'

/** A test of a pathway that was done before the pathway was decided, with its results. */
export type DoneBefore = { test: PlannedTest; results: readonly PlacedResult[] }

type Deciding = {
  patientId: string
  snapshot: PathwaySnapshot
  /** The pathway that is about to end, or was just opened: another that goes on keeps its results. */
  pathwayId: string | null
}

/**
 * The tests of a pathway that results from before it answer, so that nobody is asked for a test that they have just had: a
 * result that no pathway which goes on has, or could mean, sampled in the window of exactly one of its tests. What somebody
 * said of a result stands. Of several days the first counts, as the schedule counts too.
 */
export async function findDoneBefore(tx: Tx, deciding: Deciding): Promise<DoneBefore[]> {
  const { patientId, snapshot, pathwayId } = deciding
  const pathways = await readPathways(tx, { patientIds: [patientId] })
  const others = pathways.filter(({ row }) => row.endedOn === null && row.id !== pathwayId)
  const testOf = new Map(pathways.flatMap(({ row }) => row.tests.map((test) => [test.id, test] as const)))
  const free = (await listPlacedResults(tx, patientId)).filter(
    (result) => isFree(result, testOf) && !others.some((pathway) => couldMean(pathway, result)),
  )
  const planned = plannedTests(snapshot)
  return planned.flatMap((test) => {
    const inWindow = free.filter(
      (result) => isInWindow(test, result) && planned.filter((one) => isInWindow(one, result)).length === 1,
    )
    const [first] = inWindow.map(({ sampledOn }) => sampledOn).sort()
    const ofFirst = inWindow.filter(({ sampledOn }) => sampledOn === first)
    const results = inWindow.filter((one) => ofFirst.some((other) => belongTogether(one, other)))
    return results.length > 0 ? [{ test, results }] : []
  })
}

/** Of one day, or parts of one test that were taken on several. */
function belongTogether(one: PlacedResult, other: PlacedResult): boolean {
  return one.sampledOn === other.sampledOn || (one.testId !== null && one.testId === other.testId)
}

function isInWindow({ test, opensOn, closesOn }: PlannedTest, { tests, sampledOn }: PlacedResult): boolean {
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
function couldMean({ row }: KnownPathway, { testId, tests, sampledOn }: PlacedResult): boolean {
  return row.tests.some(
    ({ id, testCode, settledAt, windowFrom }) =>
      id === testId ||
      (settledAt === null && tests.includes(testCode) && fromDatabaseDate(windowFrom) <= sampledOn),
  )
}

/** What counts for a test already, in words. */
export function doneBeforeInWords({ test, results }: DoneBefore): string {
  const on = results[0]?.sampledOn ?? test.dueOn
  return `${testName(test.test)} of ${formatDateForStaff(on)} counts for the one due ${formatDateForStaff(test.dueOn)}`
}

type Opened = { id: string; patientId: string; teamId: string }

/**
 * Has results from before a pathway answer its tests, before anything is owed on it.
 *
 * @returns what the access log has to say of it
 */
export async function answerFromBefore(tx: Tx, actor: Actor, opened: Opened): Promise<AccessEntry[]> {
  const { id: pathwayId, patientId, teamId } = opened
  const [known] = await readPathways(tx, { ids: [pathwayId] })
  if (!known?.snapshot) return []
  const done = await findDoneBefore(tx, { patientId, snapshot: known.snapshot, pathwayId })
  if (done.length === 0) return []
  const rows = done.map(({ test, results }) => ({ row: newRow(opened, test), results }))
  await writeTests(tx, { added: rows.map(({ row }) => row), changed: [] })
  const reason = 'Sampled in the window of this test before the pathway was decided'
  const entries = await keepAnswers(
    tx,
    { patientId, reason, recordedById: actor.staffId },
    rows.flatMap(({ row, results }) =>
      results.map(({ id: resultId }) => ({ resultId, testId: row.id, teamId })),
    ),
  )
  await leave(
    tx,
    actor,
    patientId,
    new Set(done.flatMap(({ results }) => results.map(({ testId }) => testId ?? ''))),
  )
  return entries
}

/** Of a test that was said to be done and has no result any more, none is waited for. */
async function leave(tx: Tx, actor: Actor, patientId: string, left: ReadonlySet<string>): Promise<void> {
  const pathways = (await readPathways(tx, { patientIds: [patientId] })).filter(({ row }) =>
    row.tests.some(({ id }) => left.has(id)),
  )
  const said = { kind: 'not_needed', on: toDatabaseDate(today()), recordedAt: now() } as const
  const note = 'The result of this test answers a test of the pathway that was decided since'
  await tx.surveillanceTestEvent.createMany({
    data: pathways.flatMap(({ row, results }) =>
      row.tests
        .filter(({ id, events }) => left.has(id) && events.some(({ kind }) => kind === 'done'))
        .filter(({ id }) => results.results.every(({ testId }) => testId !== id))
        .map(({ id: testId }) => ({
          ...{ id: uuidv7(), patientId, testId, note, recordedById: actor.staffId },
          ...said,
        })),
    ),
  })
  for (const { row } of pathways) await reconsiderPathway(tx, row.id)
}
