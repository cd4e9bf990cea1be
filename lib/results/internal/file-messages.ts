import 'server-only'
import type { AccessEntry } from '@/lib/access-log/record-access'
import { takeFollowUpInHand, writeLedgersInHand, writeTestsInHand } from '@/lib/follow-up/follow-up-in-hand'
import type { ResultsMessage } from '@/lib/interop/hl7/results-message'
import type { Tx } from '@/lib/platform/database'
import { personIn } from '../match-person'
import { contentOf } from '../read-observation'
import { resultsSent } from '../results-sent'
import { leaveToPeople, type LeftToPeople } from './leave-to-people'
import { matchPeople } from './match-people'
import { findResultsOfAll, lockResultsOfAll } from './results-in-bulk'
import { ResultsInHand } from './results-in-hand'
import { oweReviews } from './review-tasks'
import { writeResults } from './write-results'

export type MessageToFile = { messageId: string; content: ResultsMessage }

/**
 * Files what messages say, in their order and each result by itself; what cannot be filed for sure waits for a person,
 * with why. However many messages there are, what they need is read by the same few statements and written by as few.
 *
 * @returns what the access log has to hold of it, for the end of the transaction
 */
export async function fileMessages(
  tx: Tx,
  organisationId: string,
  messages: readonly MessageToFile[],
): Promise<AccessEntry[]> {
  const people = messages.map(({ content }) => personIn(content.patient))
  const matches = await matchPeople(tx, organisationId, people)
  const hands = await takeInHand(tx, [...new Set(matches.flatMap(({ whose }) => whose?.patientId ?? []))])
  const unmatched: LeftToPeople[] = []
  const entries: AccessEntry[] = []
  for (const [place, { messageId, content }] of messages.entries()) {
    const { whose, why } = matches[place]!
    const hand = whose && hands.get(whose.patientId)
    for (const sent of resultsSent(content)) {
      const filed = hand ? hand.file(messageId, whose.teamId, sent) : { why: why! }
      if ('id' in filed) entries.push(filedEntry(whose!.patientId, filed.id))
      else unmatched.push({ messageId, why: filed.why, content: contentOf(people[place]!, sent) })
    }
    hand?.settle()
  }
  await write(tx, [...hands.values()])
  await leaveToPeople(tx, organisationId, unmatched)
  return entries
}

function filedEntry(patientId: string, entityId: string): AccessEntry {
  return { event: 'result.filed', patientId, entityId, detail: { source: 'message' } }
}

/** Locks in one order, whoever asks: the results of all, then the follow-up of all; then reads. */
async function takeInHand(tx: Tx, patientIds: readonly string[]): Promise<Map<string, ResultsInHand>> {
  if (patientIds.length === 0) return new Map()
  await lockResultsOfAll(tx, patientIds)
  const followUpOf = await takeFollowUpInHand(tx, patientIds)
  const results = await findResultsOfAll(tx, patientIds)
  return new Map(patientIds.map((id) => [id, new ResultsInHand(id, results.get(id) ?? [], followUpOf(id))]))
}

async function write(tx: Tx, hands: readonly ResultsInHand[]): Promise<void> {
  const followUps = hands.map(({ followUp }) => followUp)
  await writeTestsInHand(tx, followUps)
  await writeResults(tx, {
    results: hands.flatMap(({ results }) => results),
    judgements: hands.flatMap(({ judgements }) => judgements),
    releases: hands.flatMap(({ releases }) => releases),
  })
  await writeLedgersInHand(tx, followUps)
  for (const { patientId } of hands.filter(({ hasChangedAlone }) => hasChangedAlone))
    await oweReviews(tx, patientId, 'superseded')
}
