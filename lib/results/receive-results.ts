import 'server-only'
import { asJob, type SystemActor } from '@/lib/access/as-job'
import { recordEveryAccess, type AccessEntry } from '@/lib/access-log/record-access'
import type { Answer } from '@/lib/interop/hl7/hl7-error'
import type { Arrival, MessageHandler } from '@/lib/interop/hl7/message-handler'
import { AT_ONCE, type Turn } from '@/lib/interop/hl7/turns'
import { claimMessages, keepMessages, type ClaimedMessage } from './internal/claim-messages'
import { fileArrivals, judgeAhead } from './internal/file-arrivals'
import { writeFiled, writeOwed } from './internal/file-messages'
import { passOverStrangers } from './internal/strangers'

/**
 * Takes messages in for one organisation: results, and what a hospital system says of people (ADT). What a message says and that it came are kept in one transaction, which messages
 * that came together share; the answers are given after its commit. The same message again gets the same answer and changes
 * nothing.
 */
export function resultMessages(actor: SystemActor, organisationId: string): MessageHandler {
  const store = (arrivals: readonly Arrival[], turn: Turn = AT_ONCE) =>
    storeMessages({ actor, organisationId }, arrivals, turn)
  return {
    accept: async (message, delivery) => {
      const [answer] = await store([{ message: { kind: 'accepted', ...message }, delivery }])
      return answer!
    },
    keepRefused: async (message, delivery) => {
      await store([{ message, delivery }])
    },
    storeTogether: store,
  }
}

/** What is done before `turn.come` touches nothing that is not locked, so that it may be done while those before are written. */
async function storeMessages(
  receiving: { actor: SystemActor; organisationId: string },
  arrivals: readonly Arrival[],
  turn: Turn,
): Promise<Answer[]> {
  const { actor, organisationId } = receiving
  return asJob(actor, async (tx) => {
    const all = await claimMessages(tx, organisationId, arrivals)
    const { claimed, passedOver } = await passOverStrangers(tx, organisationId, all)
    const ahead = await judgeAhead(tx, organisationId, claimed, turn.letNextRead)
    if (!ahead) await turn.come()
    await keepMessages(tx, organisationId, claimed)
    if (ahead) {
      await writeFiled(tx, ahead)
      await turn.come()
    }
    const filed = ahead
      ? await writeOwed(tx, organisationId, ahead)
      : await fileArrivals(tx, receiving, claimed)
    await recordEveryAccess(tx, [...filed, ...claimed.flatMap(receivedEntry), ...passedOverEntry(passedOver)])
    return claimed.map(({ answer }) => answer)
  })
}

function receivedEntry({ id, answer, arrival }: ClaimedMessage): AccessEntry[] {
  if (id === null || arrival.message.kind !== 'accepted') return []
  return [{ event: 'message.received', entityId: id, detail: { answer: answer.code } }]
}

function passedOverEntry(messages: number): AccessEntry[] {
  return messages === 0 ? [] : [{ event: 'message.passed_over', detail: { messages } }]
}
