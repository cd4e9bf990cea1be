import 'server-only'
import { today } from '@/lib/platform/clock'
import type { ResultsOfTests } from '@/lib/results/results-of-tests'
import type { PathwayLedger } from '@/lib/tasks/keep-pathway-tasks'
import type { PathwaySnapshot } from '../pathway'
import { factsOf } from './facts-of-rows'
import { changeOf, newRow } from './keep-tests'
import type { PathwayRow, TestRow } from './read-pathways'
import { standingOf, testsByKey } from './standing'
import { tasksOf } from './tasks-of-pathway'
import { dueKey } from './test-key'

/** A pathway that was read, and what is to be written of it: tests that are new or changed, and its ledger. */
export type HeldPathway = {
  row: PathwayRow
  snapshot: PathwaySnapshot | null
  added: Set<TestRow>
  changed: Set<TestRow>
  ledger: PathwayLedger | null
}

export function addTest({ row, added }: HeldPathway, test: TestRow): void {
  row.tests.push(test)
  added.add(test)
}

/** As `reconsiderPathway`, but for the writing. `results`: those of its tests. */
export function reconsiderHeld(held: HeldPathway, results: ResultsOfTests): void {
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
    if (missing) addTest(held, { ...newRow(row, missing), settledAt: null, version: 1, events: [] })
  }
  const idOf = new Map(row.tests.map((test) => [dueKey(test), test.id]))
  held.ledger = { pathway: row.id, ...tasksOf(pathway, standing, idOf) }
}
