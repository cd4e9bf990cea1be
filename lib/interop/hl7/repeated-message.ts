import type { Header } from './header'
import type { Answer } from './hl7-error'

/** What makes a message one message: its sender and its control id. */
export function messageKey({
  sendingApplication,
  sendingFacility,
  controlId,
}: Pick<Header, 'sendingApplication' | 'sendingFacility' | 'controlId'>): string {
  return JSON.stringify([sendingApplication, sendingFacility, controlId])
}

/** What was kept of a message that was answered before. */
export type EarlierMessage = { contentHash: string; answer: Answer }

/** `repeated` gets its first answer again and nothing is done; `different` is another message under a used id. */
export type Repetition =
  { kind: 'new' } | { kind: 'repeated'; answer: Answer } | { kind: 'different'; answer: Answer }

const USED_ID: Answer = {
  code: 'AE',
  errors: [
    {
      code: '205',
      location: { segment: 'MSH', occurrence: 1, field: 10 },
      reason: 'This control id was used before for another message. Send it under an id of its own',
    },
  ],
}

/**
 * Decides on a message whose key may have been seen before.
 *
 * @param earlier what was kept under the same key; null when there is nothing
 */
export function judgeRepetition(earlier: EarlierMessage | null, contentHash: string): Repetition {
  if (!earlier) return { kind: 'new' }
  if (earlier.contentHash === contentHash) return { kind: 'repeated', answer: earlier.answer }
  return { kind: 'different', answer: USED_ID }
}
