import type { LetterDocument } from '@/lib/documents/document'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { MessageChannel, MessageEventKind, MessageRecipient } from '@/lib/platform/prisma-client/enums'

/** Where a message stands, computed from what happened to it. That it arrived or was read changes nothing any more. */
export type MessageState = 'queued' | Exclude<MessageEventKind, 'read' | 'delivered'>

/** What a person says of a message that did not leave, or of which nobody knows. */
export const SETTLEMENTS = ['told_otherwise', 'not_needed'] as const
export type Settlement = (typeof SETTLEMENTS)[number]

/** For whom, about what, and how. `about` says it once for ever: a second message about the same is not written. */
export type NewMessage = {
  patientId: string
  teamId: string
  about: string
  notBefore: Date
} & (
  | {
      channel: 'letter'
      letter: LetterDocument
      /** A practice's team, which gets it in the service; null for the person. */
      recipientTeamId: string | null
    }
  | { channel: 'email' | 'text_message'; template: PlainTemplate }
)

/** Emails and text messages, none of which says anything clinical. Their words are in templates.ts. */
export const PLAIN_TEMPLATES = ['letter_coming', 'appointment_to_arrange', 'please_call'] as const
export type PlainTemplate = (typeof PLAIN_TEMPLATES)[number]

const NOTICE = ':notice'

/** What the notice is about that announces a letter. */
export const noticeOf = (letterAbout: string) => `${letterAbout}${NOTICE}`

/**
 * Letters about a test that ask for something. While they wait, it may happen: `access.answered_messages` knows them by these
 * words, each followed by a colon and the id of the surveillance test.
 */
export type AskingLetter = 'test_due' | 'test_overdue' | 'result_to_discuss'

/** What an asking letter is about. @param more what tells it from another of its kind about the same test */
export function askAbout(letter: AskingLetter, testId: string, more?: string): string {
  return [letter, testId, more].filter(Boolean).join(':')
}

/** What ends a message, the weightiest first: it cannot depend on the order in which two wrote. */
const ENDS = ['sent', 'told_otherwise', 'not_needed', 'stopped', 'uncertain'] as const

/** As `ENDS`, of one that a carrier took and could not deliver: to have sent it is no end of it. */
const UNDELIVERED = ['told_otherwise', 'not_needed', 'not_delivered'] as const

/** What makes it superfluous, unless it is leaving at this moment. */
const CALLED_OFF = ['withdrawn', 'answered'] as const

/** @param events in their order: of attempts to hand it over, the last one counts */
export function messageState(events: readonly { kind: MessageEventKind }[]): MessageState {
  const has = (kind: MessageEventKind) => events.some((event) => event.kind === kind)
  const end = has('not_delivered') ? UNDELIVERED.find(has) : ENDS.find(has)
  if (end) return end
  const last = events.map(({ kind }) => kind).findLast((kind) => kind === 'handing_over' || kind === 'failed')
  if (last === 'handing_over') return last
  return CALLED_OFF.find(has) ?? last ?? 'queued'
}

/** One thing that happened to a message. */
export type MessageFact = {
  key: string
  kind: MessageEventKind
  /** A stable code or words, as labels.ts says them. */
  detail: string | null
  on: CalendarDate | null
  at: Date
  by: string | null
}

/** A message as lists show it. */
export type ListedMessage = {
  id: string
  patientId: string
  channel: MessageChannel
  recipient: MessageRecipient
  /** Of a practice's copy, whose. */
  practiceName: string | null
  teamName: string
  subject: string
  state: MessageState
  /** Why it would not leave, were it to leave now; null for one that would, or is over. */
  heldBackBy: string | null
  writtenOn: CalendarDate
  /** When it is to leave. */
  notBefore: Date
  /** Oldest first. */
  history: MessageFact[]
}
