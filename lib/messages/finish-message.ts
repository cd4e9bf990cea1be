import 'server-only'
import { asJob, AtWorkElsewhere, type SystemActor } from '@/lib/access/as-job'
import { deliverMessage, type Carriers } from './deliver-message'
import { giveUp } from './internal/handing-over'

/**
 * Brings a message to an end whose last attempt died with its process, so that no other follows by itself: it is tried
 * once more, and if that fails too a person has to settle it.
 *
 * @returns whether it is over; false while another process is at it
 */
export async function finishMessage(
  actor: SystemActor,
  carriers: Carriers,
  messageId: string,
): Promise<boolean> {
  try {
    await deliverMessage(actor, carriers, { messageId, isLast: true })
  } catch (error) {
    if (error instanceof AtWorkElsewhere) return false
    await asJob(actor, (tx) => giveUp(tx, messageId))
  }
  return true
}
