import 'server-only'
import {
  lockFollowUpsInHand,
  readFollowUpsInHand,
  writeLedgersInHand,
  writeTestsInHand,
} from '@/lib/follow-up/follow-up-in-hand'
import type { Tx } from '@/lib/platform/database'
import { findResultsOfAll, lockResultsOfAll } from './results-in-bulk'
import { ResultsInHand } from './results-in-hand'
import { oweReviews } from './review-tasks'
import { writeResults } from './write-results'

/** Locks in one order, whoever asks: the results of all, then the follow-up of all; then reads. @returns each by patient */
export async function takeInHand(tx: Tx, patientIds: readonly string[]): Promise<Map<string, ResultsInHand>> {
  await lockInHand(tx, patientIds)
  return readInHand(tx, patientIds)
}

/** The first half of `takeInHand`. */
export async function lockInHand(tx: Tx, patientIds: readonly string[]): Promise<void> {
  if (patientIds.length === 0) return
  await lockResultsOfAll(tx, patientIds)
  await lockFollowUpsInHand(tx, patientIds)
}

/** The second half of `takeInHand`, of what is locked. */
export async function readInHand(tx: Tx, patientIds: readonly string[]): Promise<Map<string, ResultsInHand>> {
  if (patientIds.length === 0) return new Map()
  const followUpOf = await readFollowUpsInHand(tx, patientIds)
  const results = await findResultsOfAll(tx, patientIds)
  return new Map(patientIds.map((id) => [id, new ResultsInHand(id, results.get(id) ?? [], followUpOf(id))]))
}

/** Writes what was added and worked out: however much there is, by the same few statements. */
export async function writeInHand(tx: Tx, hands: readonly ResultsInHand[]): Promise<void> {
  await writeFactsInHand(tx, hands)
  await writeOwedInHand(tx, hands)
}

/** The first half of `writeInHand`: rows that nobody else waits for who has not locked these patients. */
export async function writeFactsInHand(tx: Tx, hands: readonly ResultsInHand[]): Promise<void> {
  const changed = changedOf(hands)
  await writeTestsInHand(
    tx,
    changed.map(({ followUp }) => followUp),
  )
  await writeResults(tx, {
    results: changed.flatMap(({ results }) => results),
    choices: changed.flatMap(({ choices }) => choices),
    judgements: changed.flatMap(({ judgements }) => judgements),
    releases: changed.flatMap(({ releases }) => releases),
  })
}

/** The second half of `writeInHand`: what is owed now. Whoever touches tasks of the same teams may have to wait. */
export async function writeOwedInHand(tx: Tx, hands: readonly ResultsInHand[]): Promise<void> {
  const changed = changedOf(hands)
  await writeLedgersInHand(
    tx,
    changed.map(({ followUp }) => followUp),
  )
  for (const { patientId } of changed.filter(({ hasChangedAlone }) => hasChangedAlone))
    await oweReviews(tx, patientId, 'superseded')
}

function changedOf(hands: readonly ResultsInHand[]): ResultsInHand[] {
  return hands.filter(({ results }) => results.length > 0)
}
