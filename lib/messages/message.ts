import type { LetterDocument } from '@/lib/documents/document'
import type { MessageEventKind } from '@/lib/platform/prisma-client/enums'

/** Where a message stands, computed from what happened to it. */
export const MESSAGE_STATES = [
  'queued',
  'handing_over',
  'sent',
  'failed',
  'uncertain',
  'stopped',
  'withdrawn',
  'answered',
] as const
export type MessageState = (typeof MESSAGE_STATES)[number]

/** For whom, about what, and how. `about` says it once for ever: a second message about the same is not written. */
export type NewMessage = {
  patientId: string
  teamId: string
  about: string
  /** A practice's team; null for the person. */
  recipientTeamId: string | null
  notBefore: Date
} & (
  | { channel: 'letter'; letter: LetterDocument }
  | { channel: 'email' | 'text_message'; template: PlainTemplate }
)

/** Emails and text messages, none of which says anything clinical. Their words are in templates.ts. */
export const PLAIN_TEMPLATES = ['letter_coming', 'appointment_to_arrange', 'please_call'] as const
export type PlainTemplate = (typeof PLAIN_TEMPLATES)[number]

/** What ends a message, the weightiest first: it cannot depend on the order in which two wrote. */
const ENDS = ['sent', 'stopped', 'uncertain', 'withdrawn', 'answered'] as const

/** @param events in their order: of attempts that came to nothing, the last one counts */
export function messageState(events: readonly { kind: MessageEventKind }[]): MessageState {
  const end = ENDS.find((kind) => events.some((event) => event.kind === kind))
  if (end) return end
  const last = events.at(-1)?.kind
  return last === 'handing_over' || last === 'failed' ? last : 'queued'
}
