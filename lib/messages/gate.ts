import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { ContactBlockReason, MessageChannel, MessageRecipient } from '@/lib/platform/prisma-client/enums'

/** Why a message does not leave, the weightiest first. Stable codes: they are recorded with the message. */
export const STOP_REASONS = [
  'withdrawn',
  'died',
  'care_ended',
  'restricted',
  'opted_out',
  'wrong_address',
  'already_answered',
  'not_shared',
  'no_address',
] as const
export type StopReason = (typeof STOP_REASONS)[number]

/** These need nobody: there is no one left to reach, or nothing left to say. */
export const SETTLES_ITSELF: readonly StopReason[] = ['withdrawn', 'died', 'care_ended', 'already_answered']

/** What is known at the moment of sending. */
export type GateFacts = {
  channel: MessageChannel
  recipient: MessageRecipient
  isWithdrawn: boolean
  diedOn: CalendarDate | null
  blocks: readonly {
    /** Null: every channel. */
    channel: MessageChannel | null
    reason: ContactBlockReason
    startedOn: CalendarDate
    endedOn: CalendarDate | null
  }[]
  /** What it asks for or reminds of has happened. */
  isAnswered: boolean
  /** A hospital or community team has the person in care. */
  isCared: boolean
  /** The person agrees to their practice being told. */
  sharesWithPractice: boolean
  /** There is a telephone number, address or practice to send it to. */
  hasAddress: boolean
}

const HOLDS: Record<StopReason, (facts: GateFacts, today: CalendarDate) => boolean> = {
  withdrawn: ({ isWithdrawn }) => isWithdrawn,
  // A practice is still told about somebody who died; the person's own post stops.
  died: ({ diedOn, recipient }) => diedOn !== null && recipient === 'person',
  care_ended: ({ isCared, recipient }) => !isCared && recipient === 'person',
  restricted: (facts, today) => isBlocked(facts, 'restricted', today),
  opted_out: (facts, today) => isBlocked(facts, 'opted_out', today),
  wrong_address: (facts, today) => isBlocked(facts, 'wrong_address', today),
  already_answered: ({ isAnswered }) => isAnswered,
  not_shared: ({ sharesWithPractice, recipient }) => recipient === 'practice' && !sharesWithPractice,
  no_address: ({ hasAddress }) => !hasAddress,
}

/** The one gate that every message passes, at the moment when it would leave. @returns why it stops, or null: it leaves */
export function stopReason(facts: GateFacts, today: CalendarDate): StopReason | null {
  return STOP_REASONS.find((reason) => HOLDS[reason](facts, today)) ?? null
}

/** What stands against reaching a person does not stand against telling a practice. */
function isBlocked(
  { blocks, channel, recipient }: GateFacts,
  reason: ContactBlockReason,
  today: CalendarDate,
): boolean {
  if (recipient === 'practice') return false
  return blocks.some(
    (block) =>
      block.reason === reason &&
      (block.channel === null || block.channel === channel) &&
      block.startedOn <= today &&
      (block.endedOn === null || block.endedOn > today),
  )
}
