import 'server-only'
import { uuidv7 } from 'uuidv7'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import type { KnownPathway, PathwayRow, TestRow } from './read-pathways'
import { testsByKey, type Standing, type StandingTest } from './standing'
import { dueKey, keptKey } from './test-key'

/** `idOf`: the id of the row that keeps the test under a key. */
type Kept = { changed: number; idOf: ReadonlyMap<string, string> }

const UNDONE: readonly string[] = ['not_yet', 'due', 'requested']

/** Makes the rows of tests agree with where the pathway stands: one for each that something is owed about. */
export async function keepTests(tx: Tx, { row }: KnownPathway, standing: Standing): Promise<Kept> {
  const tests = testsByKey(standing)
  const owed = new Set(standing.owed.map(({ about }) => about))
  const kept = new Map(row.tests.map((test) => [dueKey(test), test]))
  const missing = [...owed].flatMap((key) => (kept.has(key) ? [] : (tests.get(key) ?? [])))
  const added = missing.map((test) => newRow(row, test))
  if (added.length > 0) await tx.surveillanceTest.createMany({ data: added })
  let changed = added.length
  for (const [key, test] of kept) changed += await change(tx, test, tests.get(key), owed.has(key))
  return { changed, idOf: new Map([...row.tests, ...added].map((test) => [dueKey(test), test.id])) }
}

/** The row of a test that has none. */
export function newRow({ id: pathwayId, patientId, teamId }: PathwayRow, test: StandingTest) {
  return {
    id: uuidv7(),
    patientId,
    pathwayId,
    teamId,
    ...keptKey(test.key),
    testCode: test.test,
    ...daysOf(test),
    openedAt: now(),
  }
}

function daysOf({ dueOn, opensOn, overdueOn }: StandingTest) {
  return {
    dueOn: toDatabaseDate(dueOn),
    windowFrom: toDatabaseDate(opensOn < dueOn ? opensOn : dueOn),
    overdueOn: toDatabaseDate(overdueOn),
  }
}

async function change(
  tx: Tx,
  kept: TestRow,
  test: StandingTest | undefined,
  isOwed: boolean,
): Promise<0 | 1> {
  const data = changeOf(kept, test, isOwed)
  if (!data) return 0
  await tx.surveillanceTest.updateMany({
    where: { id: kept.id },
    data: { ...data, version: { increment: 1 } },
  })
  return 1
}

type Change = Partial<ReturnType<typeof daysOf>> & { settledAt: Date | null }

/**
 * What has to be changed of a test's row; null when it agrees. A test that the protocol no longer has, and about which
 * nothing is owed, is over.
 */
export function changeOf(kept: TestRow, test: StandingTest | undefined, isOwed: boolean): Change | null {
  const isSettled = !isOwed && !(test && UNDONE.includes(test.state))
  const days = test ? daysOf(test) : {}
  const isMoved = test !== undefined && !hasDays(kept, test)
  if (!isMoved && isSettled === (kept.settledAt !== null)) return null
  return { ...days, settledAt: isSettled ? (kept.settledAt ?? now()) : null }
}

function hasDays(kept: TestRow, test: StandingTest): boolean {
  const days = daysOf(test)
  return (['dueOn', 'windowFrom', 'overdueOn'] as const).every(
    (day) => kept[day].getTime() === days[day].getTime(),
  )
}
