import type { ContactBlockReason, MessageChannel, MessageEventKind } from '@/lib/platform/prisma-client/enums'
import type { StopReason } from './gate'
import type { ListedMessage, MessageFact, MessageState, Settlement } from './message'

type Colour = 'blue' | 'grey' | 'green' | 'orange' | 'red' | 'yellow'

export const CHANNEL_LABELS: Readonly<Record<MessageChannel, string>> = {
  letter: 'Letter',
  email: 'Email',
  text_message: 'Text message',
}

/** What is wrong or missing where a message cannot arrive. */
const PLACE: Readonly<Record<MessageChannel, string>> = {
  letter: 'address',
  email: 'email address',
  text_message: 'mobile number',
}

/** The states of a message, with their words and the colours of the tag. */
export const STATE_LABELS: Readonly<Record<MessageState, { label: string; colour: Colour }>> = {
  queued: { label: 'Not sent yet', colour: 'blue' },
  handing_over: { label: 'Being sent', colour: 'blue' },
  sent: { label: 'Sent', colour: 'green' },
  failed: { label: 'Not sent', colour: 'red' },
  uncertain: { label: 'Sent or not, nobody knows', colour: 'orange' },
  stopped: { label: 'Stopped', colour: 'red' },
  withdrawn: { label: 'Withdrawn', colour: 'grey' },
  answered: { label: 'No longer needed', colour: 'grey' },
  told_otherwise: { label: 'Told in another way', colour: 'green' },
  not_needed: { label: 'Not needed', colour: 'grey' },
  not_delivered: { label: 'Not delivered', colour: 'red' },
}

export const SETTLEMENT_LABELS: Readonly<Record<Settlement, string>> = {
  told_otherwise: 'The person was told in another way',
  not_needed: 'Nothing more is needed',
}

export const BLOCK_LABELS: Readonly<Record<ContactBlockReason, string>> = {
  wrong_address: 'The address or number is wrong',
  opted_out: 'The person does not want it',
  restricted: 'Nobody is to contact the person in this way',
}

export const BLOCKED_CHANNEL_LABELS: Readonly<Record<MessageChannel | 'all', string>> = {
  letter: 'Letters',
  email: 'Emails',
  text_message: 'Text messages',
  all: 'All three',
}

/** What stands against reaching a person: `Letters: the address or number is wrong`. */
export function blockWords({
  channel,
  reason,
}: {
  channel: MessageChannel | null
  reason: ContactBlockReason
}): string {
  const what = channel === null ? 'Letters, emails and text messages' : BLOCKED_CHANNEL_LABELS[channel]
  return `${what}: ${lowerFirst(BLOCK_LABELS[reason])}`
}

const STOPS: Readonly<Record<StopReason, (place: string) => string>> = {
  withdrawn: () => 'It was withdrawn',
  died: () => 'The person has died',
  care_ended: () => 'No hospital team has the person in care any more',
  restricted: () => 'Nobody is to contact the person in this way',
  opted_out: () => 'The person does not want to be contacted in this way',
  wrong_address: (place) => `The ${place} is known to be wrong`,
  already_answered: () => 'What it asks for has happened, or what it says is out of date',
  not_shared: () => 'The person does not share with their practice',
  no_address: (place) => `No ${place} is recorded`,
}

const FAILURES: Readonly<Record<string, string>> = {
  failed: 'It could not be sent',
  uncertain: 'It may or may not have been sent',
  interrupted: 'Sending was interrupted',
  no_answer: 'The carrier gave no answer',
  no_attempt_left: 'It could not be sent, however often it was tried',
  no_such_address: 'It could not be delivered: the address or number may be wrong',
  not_reached: 'It could not be delivered: the telephone was off or the mailbox full',
  carrier_failed: 'The carrier could not deliver it',
  death_corrected: 'It was stopped while the person was taken for dead',
}

/** Why a message stopped or did not go, from its stable code. A carrier's own code is for who looks after the service. */
export function reasonWords(channel: MessageChannel, code: string): string {
  const stop = Object.hasOwn(STOPS, code) ? STOPS[code as StopReason] : null
  return stop?.(PLACE[channel]) ?? FAILURES[code] ?? `The carrier did not take it (${code})`
}

const FACTS: Readonly<Record<MessageEventKind, string>> = {
  handing_over: 'Taken to be sent',
  sent: 'Sent',
  failed: 'Not sent',
  stopped: 'Stopped',
  uncertain: 'Sent or not, nobody knows',
  withdrawn: 'Withdrawn',
  answered: 'No longer needed',
  told_otherwise: 'Told in another way',
  not_needed: 'Nothing more is needed',
  read: 'Read by the practice',
  delivered: 'Delivered',
  not_delivered: 'Not delivered',
}

/** How a message went, where the detail is one of ours and not the carrier's name for it. */
const WAYS: Readonly<Record<string, string>> = {
  posted: 'Printed and posted',
  in_service: 'To the practice, in this service',
}

/** Of these the detail is a stable code. */
const CODED: readonly MessageEventKind[] = ['stopped', 'failed', 'uncertain', 'not_delivered']

/** One thing that happened to a message, in words. */
export function factWords(channel: MessageChannel, { kind, detail }: MessageFact): string {
  if (kind === 'sent') return WAYS[detail ?? ''] ?? FACTS.sent
  if (detail === null) return FACTS[kind]
  const isCode = CODED.includes(kind)
  return `${FACTS[kind]}: ${isCode ? lowerFirst(reasonWords(channel, detail)) : detail}`
}

/** Whom a message is for. */
export function recipientWords({
  recipient,
  practiceName,
}: Pick<ListedMessage, 'recipient' | 'practiceName'>): string {
  return recipient === 'practice' ? (practiceName ?? 'The practice') : 'The person'
}

/** Why a letter is not to be posted: it would be stopped, was stopped, or is over. */
export function whyNotPosted({ channel, state, heldBackBy, history }: ListedMessage): string {
  if (heldBackBy) return heldBackBy
  const stop = history.findLast(({ kind }) => kind === 'stopped')?.detail
  return stop ? reasonWords(channel, stop) : `${STATE_LABELS[state].label} already`
}

/** `1 letter`, `3 letters`. */
export function countOf(letters: number): string {
  return letters === 1 ? '1 letter' : `${letters.toLocaleString('en-GB')} letters`
}

/** What was just done, as the next page says it. */
export const DONE_WORDS: Readonly<Record<string, string>> = {
  read: 'It has been recorded that the letter was read',
  written: 'The letter is written. It is in the letters to post',
  sent: 'The letter has been sent to the practice',
  stopped: 'The letter was not sent. It says below why',
  settled: 'What came of it has been recorded',
  withdrawn: 'The message has been withdrawn',
  blocked: 'It has been recorded. Messages are stopped by it from now on',
  unblocked: 'The block has been ended',
}

/** With a small first letter, to go on a sentence. */
export function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
