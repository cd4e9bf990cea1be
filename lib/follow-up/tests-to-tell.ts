import 'server-only'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { testName } from '@/lib/results/known-tests'
import { knownTest } from './internal/find-test'
import { lockFollowUps, readPathways } from './internal/read-pathways'
import { nextTestOn, type NextTest } from './next-date'

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
  const places = await tx.surveillanceTest.findMany({
    where: { id: { in: [...testIds] } },
    distinct: ['patientId'],
    select: { patientId: true },
  })
  const pathways = await readPathways(tx, { patientIds: places.map(({ patientId }) => patientId) })
  const ofPatient = Map.groupBy(pathways, ({ row }) => row.patientId)
  const ofTest = new Map(pathways.flatMap((one) => one.row.tests.map(({ id }) => [id, one] as const)))
  const found = new Map<string, TestToTell>()
  for (const testId of testIds) {
    const pathway = ofTest.get(testId)
    const known = pathway && knownTest(pathway, testId)
    if (!known) continue
    const { row, test, resultIds } = known
    found.set(testId, {
      name: testName(row.testCode),
      resultIds,
      isReviewed: test?.state === 'reviewed',
      isTold: test?.state === 'told',
      next: nextTestOn(ofPatient.get(row.patientId) ?? [], today()),
      isDigital: pathway.row.decision.isDigital,
    })
  }
  return found
}

/** Keeps whoever else would change a fact of these patients' follow-up waiting. Call it after their results were held. */
export async function holdFollowUps(tx: Tx, patientIds: readonly string[]): Promise<void> {
  await lockFollowUps(tx, patientIds)
}
