import 'server-only'
import type { AccessEntry } from '@/lib/access-log/record-access'
import type { ResultsMessage } from '@/lib/interop/hl7/results-message'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { knownTests } from '../known-tests'
import { personIn } from '../match-person'
import {
  contentOf,
  orderNumberOf,
  readObservationOf,
  type ReadObservation,
  type Sent,
} from '../read-observation'
import { resultsSent } from '../results-sent'
import type { UnmatchedReason } from '../unmatched'
import { leaveToPeople, type LeftToPeople } from './leave-to-people'
import { matchPeople } from './match-people'
import type { ResultRow } from './result-rows'
import type { ResultsInHand } from './results-in-hand'
import { takeInHand, writeInHand } from './take-in-hand'

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
      const filed = hand ? fileSent(hand, { messageId, teamId: whose.teamId }, sent) : { why: why! }
      if ('id' in filed) entries.push(filedEntry(whose!.patientId, filed.id))
      else unmatched.push({ messageId, why: filed.why, content: contentOf(people[place]!, sent) })
    }
    hand?.settle()
  }
  await writeInHand(tx, [...hands.values()])
  await leaveToPeople(tx, organisationId, unmatched)
  return entries
}

/** @returns why it was not filed, or the id under which it was */
function fileSent(
  hand: ResultsInHand,
  place: { messageId: string; teamId: string },
  { report, observation }: Sent,
): { why: UnmatchedReason } | { id: string } {
  const read = readObservationOf(knownTests(), report, observation, today())
  if (!read.ok) return { why: read.fault }
  const orderNumber = orderNumberOf(report)
  const earlier = hand.rows.findLast(
    (row) => row.analyteCode === read.value.code && row.orderNumber === orderNumber,
  )
  if (read.value.status === 'cancelled' && !earlier) return { why: 'nothing_to_correct' }
  const id = hand.add({
    patientId: hand.patientId,
    ...place,
    ...read.value,
    source: 'message',
    referenceRange: observation.referenceRange || null,
    reportedAt: report.reportedAt?.instant ?? null,
    orderNumber,
    replaces: earlier && !isOvertaken(read.value, earlier) ? earlier : null,
    confirmedSlip: null,
    recordedById: null,
  })
  return { id }
}

/** A preliminary result that comes after a final one takes no place of it. */
function isOvertaken({ status }: ReadObservation, earlier: ResultRow): boolean {
  return status === 'preliminary' && earlier.status !== 'preliminary'
}

function filedEntry(patientId: string, entityId: string): AccessEntry {
  return { event: 'result.filed', patientId, entityId, detail: { source: 'message' } }
}
