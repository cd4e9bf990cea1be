import type { LetterDocument } from '@/lib/documents/document'
import type { PlainWords } from './templates'

/** A message as a carrier takes it: to whom, and what it says. */
export type Outgoing = { messageId: string } & (
  | { channel: 'letter'; address: readonly string[]; letter: LetterDocument; createdAt: Date }
  | { channel: 'email'; address: string; words: PlainWords }
  | { channel: 'text_message'; address: string; words: PlainWords }
)

/** Whether a message that was being handed over when the process died had left; `unknown` where nobody can say. */
export type Found = { reference: string | null } | 'not_sent' | 'unknown'

/**
 * What became of a message that a carrier took. `no_such_address`: it never will; `not_reached`: not this time;
 * `carrier_failed`: the carrier's own fault, or ours in what we handed over.
 */
export type Arrival =
  'on_its_way' | 'delivered' | { notDelivered: 'no_such_address' | 'not_reached' | 'carrier_failed' }

/** Who takes messages out of the service: a port with an adapter for each way (lib/operations/message-carriers). */
export type Carrier = {
  /**
   * Hands a message over.
   *
   * @returns what the carrier calls it
   * @throws NotTaken if it surely did not leave; any other error leaves it uncertain
   */
  send: (message: Outgoing) => Promise<{ reference: string | null }>
  /** Looks for a message by its id. */
  find: (messageId: string) => Promise<Found>
  /** What became of one that it took, by what it calls it; absent where it cannot say. @throws Error without an answer */
  arrival?: (reference: string) => Promise<Arrival>
}

/** The carrier did not take it: for good (a wrong address), or for now. */
export class NotTaken extends Error {
  readonly isForGood: boolean

  /** @param code stable, recorded with the message; nothing of its content */
  constructor(code: string, isForGood: boolean) {
    super(code)
    this.name = 'NotTaken'
    this.isForGood = isForGood
  }
}
