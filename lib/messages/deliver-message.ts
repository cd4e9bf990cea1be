import 'server-only'
import { asJob, onlyHere, type SystemActor } from '@/lib/access/as-job'
import type { MessageChannel } from '@/lib/platform/prisma-client/enums'
import { NotTaken, type Carrier, type Found, type Outgoing } from './carrier'
import { beginHandingOver, recordOutcome, type Outcome } from './internal/handing-over'

/** Who takes out what is sent by each channel. */
export type Carriers = Readonly<Record<MessageChannel, Carrier>>

/** One try to send a message. After the last one, what did not work out is for a person. */
export type Attempt = { messageId: string; isLast: boolean }

/**
 * Sends one message: through the gate, then to its carrier, and what became of it is recorded. May be run again for the
 * same message at any time: one that is over stays as it is; one that was being handed over when a process died, or whose
 * carrier gave no answer, is looked for at the carrier first, and where that cannot say, a person decides.
 *
 * @throws Error to be tried again later: when the carrier is away for now, gives no answer, or another process is at it
 */
export async function deliverMessage(
  actor: SystemActor,
  carriers: Carriers,
  attempt: Attempt,
): Promise<void> {
  await onlyHere(actor, attempt.messageId, () => deliver(actor, carriers, attempt))
}

async function deliver(actor: SystemActor, carriers: Carriers, attempt: Attempt): Promise<void> {
  const { messageId } = attempt
  const begun = await asJob(actor, (tx) => beginHandingOver(tx, messageId))
  if (begun.step === 'over') return
  if (begun.step === 'hand_over')
    return handOver(actor, carriers[begun.message.channel], begun.message, attempt)
  const found = await carriers[begun.channel].find(messageId)
  await conclude(actor, messageId, outcomeOfSearch(found))
  if (found === 'not_sent') await deliver(actor, carriers, attempt)
}

async function handOver(
  actor: SystemActor,
  carrier: Carrier,
  message: Outgoing,
  { messageId, isLast }: Attempt,
): Promise<void> {
  try {
    const { reference } = await carrier.send(message)
    await conclude(actor, messageId, { kind: 'sent', detail: reference })
  } catch (error) {
    const outcome = outcomeOfFailure(error, isLast)
    if (outcome) await conclude(actor, messageId, outcome)
    if (!outcome || (outcome.kind === 'failed' && !outcome.isForGood)) throw error
  }
}

/** Null where nobody knows yet: the next attempt looks for it. */
function outcomeOfFailure(error: unknown, isLast: boolean): Outcome | null {
  if (error instanceof NotTaken)
    return { kind: 'failed', detail: error.message, isForGood: error.isForGood || isLast }
  return isLast ? { kind: 'uncertain', detail: 'no_answer' } : null
}

function outcomeOfSearch(found: Found): Outcome {
  if (found === 'not_sent') return { kind: 'failed', detail: 'interrupted', isForGood: false }
  if (found === 'unknown') return { kind: 'uncertain', detail: 'interrupted' }
  return { kind: 'sent', detail: found.reference }
}

async function conclude(actor: SystemActor, messageId: string, outcome: Outcome): Promise<void> {
  await asJob(actor, (tx) => recordOutcome(tx, messageId, outcome))
}
