import 'server-only'
import { asJob, type SystemActor } from '@/lib/access/as-job'
import { now } from '@/lib/platform/clock'
import type { MessageChannel } from '@/lib/platform/prisma-client/enums'
import { NotTaken, type Carrier, type Found, type Outgoing } from './carrier'
import { beginHandingOver, recordOutcome, type Outcome } from './internal/handing-over'

/** Who takes out what is sent by each channel. */
export type Carriers = Readonly<Record<MessageChannel, Carrier>>

/**
 * Sends one message: through the gate, then to its carrier, and what became of it is recorded. May be run again for the
 * same message at any time: one that is over stays as it is; one that was being handed over when a process died is
 * looked for at the carrier first, and where that cannot say, a person decides.
 *
 * @throws NotTaken to be tried again later, when the carrier is away for now
 */
export async function deliverMessage(
  actor: SystemActor,
  carriers: Carriers,
  messageId: string,
): Promise<void> {
  const begun = await asJob(actor, (tx) => beginHandingOver(tx, messageId, now()))
  if (begun.step === 'over') return
  if (begun.step === 'interrupted') {
    const found = await carriers[begun.channel].find(messageId)
    await conclude(actor, messageId, outcomeOf(found))
    return found === 'not_sent' ? deliverMessage(actor, carriers, messageId) : undefined
  }
  const { message } = begun
  const outcome = await handOver(carriers[message.channel], message)
  await conclude(actor, messageId, outcome)
  if (outcome.kind === 'failed' && !outcome.isForGood) throw new NotTaken(outcome.detail, false)
}

function outcomeOf(found: Found): Outcome {
  if (found === 'not_sent') return { kind: 'failed', detail: 'interrupted' }
  if (found === 'unknown') return { kind: 'uncertain', detail: 'interrupted' }
  return { kind: 'sent', detail: found.reference }
}

async function handOver(carrier: Carrier, message: Outgoing): Promise<Outcome> {
  try {
    return outcomeOf(await carrier.send(message))
  } catch (error) {
    if (!(error instanceof NotTaken)) return outcomeOf(await carrier.find(message.messageId))
    return { kind: 'failed', detail: error.message, isForGood: error.isForGood }
  }
}

async function conclude(actor: SystemActor, messageId: string, outcome: Outcome): Promise<void> {
  await asJob(actor, (tx) => recordOutcome(tx, messageId, outcome))
}
