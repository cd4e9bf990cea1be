import 'server-only'
import { setImmediate } from 'node:timers/promises'
import type { AccessEntry } from '@/lib/access-log/record-access'
import type { ResultsMessage } from '@/lib/interop/hl7/results-message'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { knownTests } from '../known-tests'
import { personIn } from '../match-person'
import { readObservationOf, type Sent } from '../read-observation'
import { resultsSent } from '../results-sent'
import { contentOf } from '../sent-in-words'
import type { UnmatchedReason } from '../unmatched'
import { isKnown } from './earlier-version'
import { leaveToPeople, type LeftToPeople } from './leave-to-people'
import { matchPeople } from './match-people'
import { resultOfMessage, type PlaceOfMessage } from './result-of-message'
import type { ResultsInHand } from './results-in-hand'
import { lockInHand, readInHand, writeFactsInHand, writeOwedInHand } from './take-in-hand'

/** `sender`: its application and facility, in words. */
export type MessageToFile = { messageId: string; sender: string; content: ResultsMessage }

/** So many are judged before the process may attend to the answers that the database has given for others. */
const MOST_AT_A_STRETCH = 8

/** What messages come to, worked out and not written yet. */
export type FilingInHand = {
  hands: readonly ResultsInHand[]
  unmatched: readonly LeftToPeople[]
  entries: readonly AccessEntry[]
}

/**
 * Works out what messages come to, in their order and each result by itself; what cannot be filed for sure is to wait for a
 * person, with why. However many messages there are, what they need is locked and read by the same few statements. Nothing
 * is written.
 *
 * @param whenLocked called when all that the messages change is locked
 */
export async function judgeMessages(
  tx: Tx,
  organisationId: string,
  messages: readonly MessageToFile[],
  whenLocked: () => void = () => undefined,
): Promise<FilingInHand> {
  const people = messages.map(({ content }) => personIn(content.patient))
  const matches = await matchPeople(tx, organisationId, people)
  const patientIds = [...new Set(matches.flatMap(({ whose }) => whose?.patientId ?? []))]
  await lockInHand(tx, patientIds)
  whenLocked()
  const hands = await readInHand(tx, patientIds)
  const unmatched: LeftToPeople[] = []
  const entries: AccessEntry[] = []
  for (const [place, { messageId, sender, content }] of messages.entries()) {
    const { whose, why } = matches[place]!
    const hand = whose && hands.get(whose.patientId)
    for (const sent of resultsSent(knownTests(), content)) {
      const filed = hand
        ? fileSent(hand, { messageId, sender, ...whose, bornOn: people[place]!.bornOn }, sent)
        : { why: why! }
      if (filed === 'known') continue
      if ('id' in filed) entries.push(filedEntry(whose!.patientId, filed.id))
      else unmatched.push({ messageId, why: filed.why, content: contentOf(people[place]!, sent, sender) })
    }
    hand?.settle()
    if (place % MOST_AT_A_STRETCH === MOST_AT_A_STRETCH - 1) await setImmediate()
  }
  return { hands: [...hands.values()], unmatched, entries }
}

/** Writes what was filed. The messages are kept before. */
export async function writeFiled(tx: Tx, { hands }: FilingInHand): Promise<void> {
  await writeFactsInHand(tx, hands)
}

/**
 * Writes what somebody has to do now, of what was filed before.
 *
 * @returns what the access log has to hold of it all, for the end of the transaction
 */
export async function writeOwed(
  tx: Tx,
  organisationId: string,
  { hands, unmatched, entries }: FilingInHand,
): Promise<readonly AccessEntry[]> {
  await writeOwedInHand(tx, hands)
  await leaveToPeople(tx, organisationId, unmatched)
  return entries
}

/** @returns why it was not filed, or the id under which it was; `known` where it says again what is here */
function fileSent(
  hand: ResultsInHand,
  place: PlaceOfMessage,
  sent: Sent,
): { why: UnmatchedReason } | { id: string } | 'known' {
  if (sent.isContradicted) return { why: 'several_values' }
  const read = readObservationOf(knownTests(), sent.report, sent.observation, today())
  if (!read.ok) return { why: read.fault }
  const result = resultOfMessage(hand.rows, place, sent, read.value)
  if (!result.earlier && read.value.status === 'cancelled') return { why: 'nothing_to_correct' }
  if (result.earlier && isKnown(hand.rows, result.earlier, read.value, result)) return 'known'
  return { id: hand.add(result) }
}

function filedEntry(patientId: string, entityId: string): AccessEntry {
  return { event: 'result.filed', patientId, entityId, detail: { source: 'message' } }
}
