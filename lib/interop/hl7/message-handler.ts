import 'server-only'

import type { Answer } from './hl7-error'
import type { AcceptedMessage, Received } from './receive-message'
import type { Turn } from './turns'

/** How a message came. `bytes` is the message as received, without its frame, for keeping. */
export type Delivery = { bytes: Uint8Array; receivedAt: Date; peer: string }

export type RefusedMessage = Extract<Received, { kind: 'refused' }>

/** A message that is to be stored: one that can be filed, or a refused one that says who sent it. */
export type Arrival = {
  message: RefusedMessage | Extract<Received, { kind: 'accepted' }>
  delivery: Delivery
}

/**
 * What the listener hands messages to. An answer goes out only when the promise resolves: resolve after the commit. When
 * it rejects, the sender is told AE, nothing counts as kept, and it may send the message again.
 */
export type MessageHandler = {
  /** Stores an accepted message, or answers as before when it was sent before. */
  accept: (message: AcceptedMessage, delivery: Delivery) => Promise<Answer>
  /** Keeps a refused message that says who sent it, for staff to look at. Its answer is already decided. */
  keepRefused: (message: RefusedMessage, delivery: Delivery) => Promise<void>
  /**
   * Stores messages that came one behind the other on one connection in one commit: all of them or none. Where it is
   * there, what a sender did not wait with is handed over together; when it rejects, each is handed over by itself. It may be
   * called while those before are still being stored, and then keeps to its turn.
   *
   * @returns an answer for each, in order
   */
  storeTogether?: (arrivals: readonly Arrival[], turn: Turn) => Promise<readonly Answer[]>
}
