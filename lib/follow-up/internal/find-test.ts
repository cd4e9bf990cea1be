import 'server-only'
import { isUuid } from '@/lib/access/care-context'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { stepsAfter, type TestStep } from '../test-steps'
import type { TestRow } from './pathway-rows'
import { readPathways, type KnownPathway } from './read-pathways'
import { standingOf, testsByKey, type Standing, type StandingTest } from './standing'
import { dueKey, extraKey } from './test-key'

/** A test with the pathway that it belongs to. `test`: null where the protocol does not have it any more. */
export type KnownTest = {
  pathway: KnownPathway
  standing: Standing
  row: TestRow
  test: StandingTest | null
  /** Results in force of the test as it was done. */
  resultIds: readonly string[]
}

/** @throws NotFound */
export async function findTest(
  tx: Tx,
  { patientId, testId }: { patientId: string; testId: string },
): Promise<KnownTest> {
  const known = isUuid(testId) ? await readPathways(tx, { patientIds: [patientId], testIds: [testId] }) : []
  const [pathway] = known
  const test = pathway && knownTest(pathway, testId)
  if (!test) throw new NotFound()
  return test
}

/** What was said of a test, by whom and when, in order, as far as the actor of the transaction may read it. */
export async function findTestEvents(tx: Tx, testId: string) {
  return tx.surveillanceTestEvent.findMany({
    where: { testId },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  })
}

/** A test of a pathway by its id; null where it is not one of them. */
export function knownTest(pathway: KnownPathway, testId: string): KnownTest | null {
  const row = pathway.row.tests.find(({ id }) => id === testId)
  if (!row) return null
  const standing = standingOf(pathway, today())
  const key = dueKey(row)
  const done =
    standing.due.find((due) => due.key === key)?.metBy ??
    standing.extra.find((occurrence) => extraKey(occurrence) === key)
  const test = testsByKey(standing).get(key) ?? null
  return { pathway, standing, row, test, resultIds: done?.resultIds ?? [] }
}

/** What may be said of a test by hand now. */
export function stepsOf({ test, resultIds, pathway }: KnownTest): readonly TestStep[] {
  if (!test) return []
  const isEnded = pathway.row.endedOn !== null
  return stepsAfter({ state: test.state, hasResults: resultIds.length > 0, isEnded })
}
