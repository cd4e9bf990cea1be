import 'server-only'
import { asJob, type SystemActor } from '@/lib/access/as-job'
import { recordEveryAccess, type AccessEntry } from '@/lib/access-log/record-access'
import type { Answer } from '@/lib/interop/hl7/hl7-error'
import type { Arrival, MessageHandler } from '@/lib/interop/hl7/message-handler'
import type { Tx } from '@/lib/platform/database'
import { claimMessages, type ClaimedMessage } from './internal/claim-messages'
import { fileMessages } from './internal/file-messages'

/**
 * Takes messages in for one organisation. What a message says and that it came are kept in one transaction, which messages
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
    const claimed = await claimMessages(tx, organisationId, arrivals)
    const entries = await file(tx, organisationId, claimed)
    await recordEveryAccess(tx, entries)
    return claimed.map(({ answer }) => answer)
  })
}

/** @returns what the access log has to hold */
async function file(
  tx: Tx,
  organisationId: string,
  claimed: readonly ClaimedMessage[],
): Promise<AccessEntry[]> {
  const fresh = claimed.flatMap(({ arrival: { message }, id }) =>
    id !== null && message.kind === 'accepted' ? [{ messageId: id, content: message.content }] : [],
  )
  const results = fresh.flatMap(({ messageId, content }) =>
    content.kind === 'results' ? [{ messageId, content }] : [],
  )
  const filed = await fileMessages(tx, organisationId, results)
  const received = fresh.map(({ messageId }) => receivedEntry(messageId))
  return [...filed, ...received]
}

function receivedEntry(entityId: string): AccessEntry {
  return { event: 'message.received', entityId, detail: { answer: 'AA' } }
}
