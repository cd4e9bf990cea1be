import 'server-only'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { ResultsOfTests } from '@/lib/results/results-of-tests'
import type { PathwayLedger } from '@/lib/tasks/keep-pathway-tasks'
import type { PathwaySnapshot } from '../pathway'
import { factsOf } from './facts-of-rows'
import type { PathwayRow, TestRow } from './pathway-rows'
import type { KnownPathway } from './read-pathways'
import { standingOf, testsByKey } from './standing'
import { tasksOf } from './tasks-of-pathway'
import { dueKey } from './test-key'
import { changeOf, newRow } from './test-rows'
import { writeTests } from './write-tests'

/** A pathway that was read, and what is to be written of it: tests that are new or changed, and its ledger. */
export type HeldPathway = {
  row: PathwayRow
  snapshot: PathwaySnapshot | null
  added: Set<TestRow>
  changed: Set<TestRow>
  /** Keys of the tests that were not settled when it was read, or came since: of the others no task is open. */
  open: Set<string>
  ledger: PathwayLedger | null
}

export function holdPathway({ row, snapshot }: Pick<KnownPathway, 'row' | 'snapshot'>): HeldPathway {
  const open = new Set(row.tests.filter(({ settledAt }) => settledAt === null).map(dueKey))
  return { row, snapshot, added: new Set(), changed: new Set(), open, ledger: null }
}

export function addTest({ row, added, open }: HeldPathway, test: TestRow): void {
  row.tests.push(test)
  open.add(dueKey(test))
  added.add(test)
}

/**
 * Works out from its facts which tests a pathway has to have today, one for each that something is owed about, and what is
 * owed. `results`: those of its tests.
 */
export function reconsiderHeld(held: HeldPathway, results: ResultsOfTests): PathwayLedger {
  const { row, snapshot } = held
  const pathway = { row, snapshot, facts: factsOf(row, results), results }
  const standing = standingOf(pathway, today())
  const tests = testsByKey(standing)
  const owed = new Set(standing.owed.map(({ about }) => about))
  const known = new Set(row.tests.map(dueKey))
  for (const kept of row.tests) {
    const change = changeOf(kept, tests.get(dueKey(kept)), owed.has(dueKey(kept)))
    if (change) held.changed.add(Object.assign(kept, change))
  }
  for (const key of owed) {
    const missing = known.has(key) ? undefined : tests.get(key)
    if (missing) addTest(held, newRow(row, missing))
  }
  const idOf = new Map(row.tests.map((test) => [dueKey(test), test.id]))
  held.ledger = { pathway: row.id, ...tasksOf(pathway, standing, { idOf, open: held.open }) }
  return held.ledger
}

/** Writes the tests of these pathways that are new or changed. */
export async function writeHeldTests(tx: Tx, pathways: readonly HeldPathway[]): Promise<void> {
  await writeTests(tx, {
    added: pathways.flatMap(({ added }) => [...added]),
    changed: pathways.flatMap(({ added, changed }) => [...changed].filter((test) => !added.has(test))),
  })
}
