import 'server-only'
import { recordAccess } from '@/lib/access-log/record-access'
import { teamToCall } from '@/lib/care-teams/team-to-call'
import { howToReach, type HowToReach } from '@/lib/patients/how-to-reach'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import type { MessageChannel } from '@/lib/platform/prisma-client/enums'
import type { Outgoing } from '../carrier'
import { PLAIN_TEMPLATES, type MessageState } from '../message'
import { wordsOf } from '../templates'
import { addressFor, stopsWritten } from './at-the-gate'
import { letterOf } from './letter-of'
import { addEvent, askSomebody, recordStop } from './message-events'
import { messageForChange, type MessageRow } from './message-rows'

/** What an attempt came to. `isForGood`: no other attempt follows by itself. */
export type Outcome =
  | { kind: 'sent'; detail: string | null }
  | { kind: 'uncertain'; detail: string }
  | { kind: 'failed'; detail: string; isForGood: boolean }

/** A job has nothing more to do with these. */
const OVER: readonly MessageState[] = [
  'sent',
  'stopped',
  'uncertain',
  'told_otherwise',
  'not_needed',
  'not_delivered',
]

/** What there is to do with a message: hand it over, nothing, or find out whether an earlier attempt went. */
export type Begun =
  | { step: 'hand_over'; message: Outgoing }
  | { step: 'over' }
  | { step: 'interrupted'; channel: MessageChannel }

/** Takes a message to the gate, and notes that it is being handed over. */
export async function beginHandingOver(tx: Tx, messageId: string): Promise<Begun> {
  const message = await messageForChange(tx, { id: messageId })
  if (OVER.includes(message.state)) return { step: 'over' }
  if (message.state === 'handing_over') return { step: 'interrupted', channel: message.channel }
  const person = await howToReach(tx, message.patientId)
  const reason = await stopsWritten(tx, message, person)
  if (reason) {
    await recordStop(tx, message, reason, null)
    return { step: 'over' }
  }
  await addEvent(tx, message, { kind: 'handing_over', detail: null, by: null })
  return { step: 'hand_over', message: await outgoing(tx, message, person) }
}

/** Records what an attempt came to; what a person has to settle becomes a task of the team. */
export async function recordOutcome(tx: Tx, messageId: string, outcome: Outcome): Promise<void> {
  const message = await messageForChange(tx, { id: messageId })
  if (OVER.includes(message.state)) return
  const { kind, detail } = outcome
  await addEvent(tx, message, { kind, detail, by: null })
  if (kind === 'uncertain' || (kind === 'failed' && outcome.isForGood))
    await askSomebody(tx, message, kind === 'failed' ? 'failed' : kind)
  await recordAccess(tx, {
    event: kind === 'sent' ? 'message.sent' : 'message.not_sent',
    patientId: message.patientId,
    entityId: messageId,
    detail: { channel: message.channel, recipient: message.recipient, what: kind },
  })
}

/** No attempt follows: whether it went is for a person to find out, or to find another way. */
export async function giveUp(tx: Tx, messageId: string): Promise<void> {
  const { state } = await messageForChange(tx, { id: messageId })
  const outcome: Outcome =
    state === 'handing_over'
      ? { kind: 'uncertain', detail: 'interrupted' }
      : { kind: 'failed', detail: 'no_attempt_left', isForGood: true }
  await recordOutcome(tx, messageId, outcome)
}

async function outgoing(tx: Tx, message: MessageRow, person: HowToReach): Promise<Outgoing> {
  const { id: messageId, channel, recordedAt: createdAt } = message
  const address = addressFor(channel, person)
  if (channel === 'letter') {
    const letter = { ...letterOf(message), isLargePrint: person.readsLargePrint }
    return { messageId, channel, address, letter, createdAt }
  }
  const template = PLAIN_TEMPLATES.find((one) => one === message.template)
  if (!template) throw new NotFound()
  const words = wordsOf(template, await teamToCall(tx, message.teamId))
  return { messageId, channel, address: address[0] ?? '', words }
}
