import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate, toDatabaseDate } from '@/lib/platform/database-dates'
import type { ResultsOfTests } from '@/lib/results/results-of-tests'
import { oweOnPathways } from '@/lib/tasks/keep-pathway-tasks'
import {
  addTest,
  holdPathway,
  reconsiderHeld,
  writeHeldTests,
  type HeldPathway,
} from './internal/held-pathway'
import { findPathwayRows, type PathwayRow } from './internal/pathway-rows'
import { lockFollowUps } from './internal/read-pathways'
import { snapshotOf } from './internal/snapshot-of-rows'
import { dueKey, extraKey, keptKey } from './internal/test-key'
import { livePathwaysOf, type AwaitedTest, type LivePathway } from './live-pathways'

/**
 * The follow-up of one person, read and locked, on which several results are worked out one after the other before
 * anything is written. The rules are those of `reconsiderPathway`; only reading and writing are done once for all.
 */
export class FollowUpInHand {
  /** What was worked out, and is to be written. */
  readonly held: readonly HeldPathway[]

  constructor(rows: readonly PathwayRow[]) {
    this.held = rows.map((row) => holdPathway({ row, snapshot: snapshotOf(row) }))
  }

  /** As `listLivePathways`. */
  get live(): LivePathway[] {
    return livePathwaysOf(this.held)
  }

  /** The tests that nobody has settled yet, earliest due first. */
  get awaited(): AwaitedTest[] {
    return this.held
      .flatMap(({ row }) => row.tests.filter(({ settledAt }) => settledAt === null))
      .map(({ id, pathwayId, teamId, testCode, dueOn, windowFrom }) => ({
        ...{ id, pathwayId, teamId, testCode },
        dueOn: fromDatabaseDate(dueOn),
        windowFrom: fromDatabaseDate(windowFrom),
      }))
      .toSorted((one, other) => compare(one.dueOn, other.dueOn) || compare(one.id, other.id))
  }

  /**
   * The test of a pathway under which a result is kept that no test was waiting for, so that it is reviewed and told like
   * all. @returns its id: of the one that there is for that day, or of another
   */
  keepExtraTest({ pathwayId, test, on }: { pathwayId: string; test: string; on: CalendarDate }): string {
    const held = this.held.find(({ row }) => row.id === pathwayId)
    if (!held) throw new Error('not a pathway in hand')
    const key = extraKey({ test, on })
    const kept = held.row.tests.find((one) => dueKey(one) === key)
    if (kept) return kept.id
    const { patientId, teamId } = held.row
    const day = toDatabaseDate(on)
    const days = { dueOn: day, windowFrom: day, overdueOn: day, openedAt: now() }
    const row = { id: uuidv7(), patientId, pathwayId, teamId, testCode: test, ...keptKey(key), ...days }
    addTest(held, { ...row, settledAt: null, version: 1, events: [] })
    return row.id
  }

  /** As `reconsiderPathway`, for each pathway that a result was filed on. `resultsOf`: the results of those tests. */
  reconsider(resultsOf: (testIds: ReadonlySet<string>) => ResultsOfTests): void {
    for (const held of this.held) {
      const results = resultsOf(new Set(held.row.tests.map(({ id }) => id)))
      if (results.results.length > 0) reconsiderHeld(held, results)
    }
  }
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** Locks the follow-up of these patients. Call it after their results were locked. */
export async function lockFollowUpsInHand(tx: Tx, patientIds: readonly string[]): Promise<void> {
  await lockFollowUps(tx, patientIds)
}

/** Reads the follow-up of these patients, which is locked. */
export async function readFollowUpsInHand(
  tx: Tx,
  patientIds: readonly string[],
): Promise<(patientId: string) => FollowUpInHand> {
  const rows = Map.groupBy(await findPathwayRows(tx, { patientIds }), ({ patientId }) => patientId)
  return (patientId) => new FollowUpInHand(rows.get(patientId) ?? [])
}

/** Writes the tests that were added or changed, before the results that are filed under them. */
export async function writeTestsInHand(tx: Tx, hands: readonly FollowUpInHand[]): Promise<void> {
  await writeHeldTests(
    tx,
    hands.flatMap(({ held }) => held),
  )
}

/** Makes the ledger agree with what was worked out, for all at once. */
export async function writeLedgersInHand(tx: Tx, hands: readonly FollowUpInHand[]): Promise<void> {
  await oweOnPathways(
    tx,
    hands.flatMap(({ held }) => held.flatMap(({ ledger }) => ledger ?? [])),
  )
}
