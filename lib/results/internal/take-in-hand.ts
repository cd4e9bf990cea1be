import 'server-only'
import { takeFollowUpInHand, writeLedgersInHand, writeTestsInHand } from '@/lib/follow-up/follow-up-in-hand'
import type { Tx } from '@/lib/platform/database'
import { findResultsOfAll, lockResultsOfAll } from './results-in-bulk'
import { ResultsInHand } from './results-in-hand'
import { oweReviews } from './review-tasks'
import { writeResults } from './write-results'

/** Locks in one order, whoever asks: the results of all, then the follow-up of all; then reads. @returns each by patient */
export async function takeInHand(tx: Tx, patientIds: readonly string[]): Promise<Map<string, ResultsInHand>> {
  if (patientIds.length === 0) return new Map()
  await lockResultsOfAll(tx, patientIds)
  const followUpOf = await takeFollowUpInHand(tx, patientIds)
  const results = await findResultsOfAll(tx, patientIds)
  return new Map(patientIds.map((id) => [id, new ResultsInHand(id, results.get(id) ?? [], followUpOf(id))]))
}

/** Writes what was added and worked out: however much there is, by the same few statements. */
export async function writeInHand(tx: Tx, hands: readonly ResultsInHand[]): Promise<void> {
  const changed = hands.filter(({ results }) => results.length > 0)
  const followUps = changed.map(({ followUp }) => followUp)
  await writeTestsInHand(tx, followUps)
  await writeResults(tx, {
    results: changed.flatMap(({ results }) => results),
    choices: changed.flatMap(({ choices }) => choices),
    judgements: changed.flatMap(({ judgements }) => judgements),
    releases: changed.flatMap(({ releases }) => releases),
  })
  await writeLedgersInHand(tx, followUps)
  for (const { patientId } of changed.filter(({ hasChangedAlone }) => hasChangedAlone))
    await oweReviews(tx, patientId, 'superseded')
}
