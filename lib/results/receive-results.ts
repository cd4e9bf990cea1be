import 'server-only'
import { asJob, type SystemActor } from '@/lib/access/as-job'
import { recordEveryAccess, type AccessEntry } from '@/lib/access-log/record-access'
import type { Answer } from '@/lib/interop/hl7/hl7-error'
import type { Arrival, MessageHandler } from '@/lib/interop/hl7/message-handler'
import { claimMessages, keepMessages, type ClaimedMessage } from './internal/claim-messages'
import { fileArrivals } from './internal/file-arrivals'
import { passOverStrangers } from './internal/strangers'

/**
 * Takes messages in for one organisation: results, and what a hospital system says of people (ADT). What a message says and that it came are kept in one transaction, which messages
 * that came together share; the answers are given after its commit. The same message again gets the same answer and changes
 * nothing.
 */
export function resultMessages(actor: SystemActor, organisationId: string): MessageHandler {
  const store = (arrivals: readonly Arrival[]) => storeMessages(actor, organisationId, arrivals)
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

async function storeMessages(
  actor: SystemActor,
  organisationId: string,
  arrivals: readonly Arrival[],
): Promise<Answer[]> {
  return asJob(actor, async (tx) => {
    const all = await claimMessages(tx, organisationId, arrivals)
    const { claimed, passedOver } = await passOverStrangers(tx, organisationId, all)
    await keepMessages(tx, organisationId, claimed)
    const filed = await fileArrivals(tx, { actor, organisationId }, claimed)
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
