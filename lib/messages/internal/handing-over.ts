import 'server-only'
import { uuidv7 } from 'uuidv7'
import { recordAccess } from '@/lib/access-log/record-access'
import { teamToCall } from '@/lib/care-teams/team-to-call'
import type { LetterDocument } from '@/lib/documents/document'
import { howToReach, type HowToReach } from '@/lib/patients/how-to-reach'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import type { MessageChannel } from '@/lib/platform/prisma-client/enums'
import { openTasks } from '@/lib/tasks/open-task'
import type { Outgoing } from '../carrier'
import { stopReason, type StopReason } from '../gate'
import { messageState, PLAIN_TEMPLATES, type MessageState } from '../message'
import { wordsOf } from '../templates'
import { readBlocks } from './blocks'

/** What an attempt came to. */
export type Outcome =
  | { kind: 'sent'; detail: string | null }
  | { kind: 'uncertain' | 'failed'; detail: string; isForGood?: boolean }

/** Nothing more happens to these by itself. */
const OVER: readonly MessageState[] = ['sent', 'stopped', 'uncertain']

/** These need nobody: there is no one left to reach, or nothing left to say. */
const SETTLES_ITSELF: readonly StopReason[] = ['withdrawn', 'died', 'already_answered']

/** What there is to do with a message: hand it over, nothing, or find out whether an earlier attempt went. */
export type Begun =
  | { step: 'hand_over'; message: Outgoing }
  | { step: 'over' }
  | { step: 'interrupted'; channel: MessageChannel }

/** Takes a message to the gate, and notes that it is being handed over. */
export async function beginHandingOver(tx: Tx, messageId: string, at: Date): Promise<Begun> {
  const message = await readMessage(tx, messageId)
  if (OVER.includes(message.state)) return { step: 'over' }
  if (message.state === 'handing_over') return { step: 'interrupted', channel: message.channel }
  const person = await howToReach(tx, message.patientId)
  const { recipient, channel } = message
  const reason = stopReason(
    {
      channel,
      recipient,
      isWithdrawn: message.state === 'withdrawn',
      isAnswered: message.state === 'answered',
      diedOn: person.diedOn,
      blocks: await readBlocks(tx, message.patientId),
      hasAddress: addressFor(message, person).length > 0,
    },
    today(),
  )
  if (reason) {
    await recordStop(tx, message, reason)
    return { step: 'over' }
  }
  await addEvent(tx, message, 'handing_over', null, at)
  return { step: 'hand_over', message: await outgoing(tx, message, person) }
}

/** Records what an attempt came to; what a person has to settle becomes a task of the team. */
export async function recordOutcome(tx: Tx, messageId: string, outcome: Outcome): Promise<void> {
  const message = await readMessage(tx, messageId)
  await addEvent(tx, message, outcome.kind, outcome.detail)
  if (outcome.kind === 'uncertain' || (outcome.kind === 'failed' && outcome.isForGood))
    await askSomebody(tx, message)
  await recordAccess(tx, {
    event: outcome.kind === 'sent' ? 'message.sent' : 'message.not_sent',
    patientId: message.patientId,
    entityId: messageId,
    detail: { channel: message.channel, recipient: message.recipient, what: outcome.kind },
  })
}

type Message = Awaited<ReturnType<typeof readMessage>>

async function readMessage(tx: Tx, messageId: string) {
  const message = await tx.message.findUnique({
    where: { id: messageId },
    include: { events: { orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }], select: { kind: true } } },
  })
  if (!message) throw new NotFound()
  return { ...message, state: messageState(message.events) }
}

async function recordStop(tx: Tx, message: Message, reason: StopReason): Promise<void> {
  await addEvent(tx, message, 'stopped', reason)
  if (!SETTLES_ITSELF.includes(reason)) await askSomebody(tx, message)
  await recordAccess(tx, {
    event: 'message.stopped',
    patientId: message.patientId,
    entityId: message.id,
    detail: { channel: message.channel, recipient: message.recipient, reason },
  })
}

async function askSomebody(tx: Tx, { id, patientId, teamId }: Message): Promise<void> {
  await openTasks(tx, [{ kind: 'settle_message', patientId, teamId, dueOn: today(), subjectId: id }])
}

async function addEvent(
  tx: Tx,
  { id, patientId }: Message,
  kind: 'handing_over' | 'stopped' | Outcome['kind'],
  detail: string | null,
  recordedAt?: Date,
): Promise<void> {
  await tx.messageEvent.create({ data: { id: uuidv7(), patientId, messageId: id, kind, detail, recordedAt } })
}

async function outgoing(tx: Tx, message: Message, person: HowToReach): Promise<Outgoing> {
  const { id: messageId, channel, content, createdAt } = { ...message, createdAt: message.recordedAt }
  const address = addressFor(message, person)
  if (channel === 'letter')
    return { messageId, channel, address, letter: content as unknown as LetterDocument, createdAt }
  const template = PLAIN_TEMPLATES.find((one) => one === message.template)
  if (!template) throw new NotFound()
  return {
    messageId,
    channel,
    address: address[0] ?? '',
    words: wordsOf(template, await teamToCall(tx, message.teamId)),
  }
}

/** Lines of the address, or the one number or email; none where there is no way. */
function addressFor({ channel }: Pick<Message, 'channel'>, person: HowToReach): string[] {
  if (channel === 'letter') return person.address.length > 0 ? [person.name, ...person.address] : []
  const one = channel === 'email' ? person.email : person.mobileTelephone
  return one ? [one] : []
}
