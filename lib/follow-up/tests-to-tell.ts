import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { testName } from '@/lib/results/known-tests'
import { knownTest, nextTestAfter } from './internal/find-test'
import { lockFollowUps, readPathways } from './internal/read-pathways'
import type { NextTest } from './next-date'

/** A test of a pathway as far as the person is to be told what it found. */
export type TestToTell = {
  name: string
  /** Results in force of the test as it was done. */
  resultIds: readonly string[]
  isReviewed: boolean
  isTold: boolean
  /** The date that goes with it; null where none is planned. */
  next: NextTest | null
  /** They use the internet: a notice goes before the letter. */
  isDigital: boolean
}

/** Those of these ids that are surveillance tests the actor may see, whoever's they are. */
export async function findTestsToTell(
  tx: Tx,
  testIds: readonly string[],
): Promise<ReadonlyMap<string, TestToTell>> {
  const pathways = await readPathways(tx, { testIds })
  const found = new Map<string, TestToTell>()
  for (const pathway of pathways)
    for (const testId of testIds) {
      const known = knownTest(pathway, testId)
      if (!known) continue
      const { row, test, resultIds } = known
      const next = nextTestAfter(known)
      found.set(testId, {
        name: testName(row.testCode),
        resultIds,
        isReviewed: test?.state === 'reviewed',
        isTold: test?.state === 'told',
        next: next && { testCode: next.test, dueOn: next.dueOn },
        isDigital: pathway.row.decision.isDigital,
      })
    }
  return found
}

/** Keeps whoever else would change a fact of these patients' follow-up waiting. Call it after their results were held. */
export async function holdFollowUps(tx: Tx, patientIds: readonly string[]): Promise<void> {
  await lockFollowUps(tx, patientIds)
}
