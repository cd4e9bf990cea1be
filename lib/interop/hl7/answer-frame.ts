import 'server-only'

import { randomBytes } from 'node:crypto'
import { now } from '@/lib/platform/clock'
import { logger } from '@/lib/platform/logger'
import { writeAcknowledgement } from './acknowledgement'
import { errorKind } from './error-kind'
import type { Frame } from './frame-decoder'
import type { Header } from './header'
import { NOT_STORED, type Answer } from './hl7-error'
import type { Arrival, Delivery, MessageHandler } from './message-handler'
import { isWorthKeeping, receiveMessage, refuseFrame, type Received } from './receive-message'
import type { Place } from './turns'

const log = logger('hl7')

/** MSH-10 of v2.3 to v2.5.1 has room for 20 characters: which process it was, and which of its answers this is. */
const THIS_PROCESS = randomBytes(6).toString('hex')
const DIGITS_OF_NUMBER = 8

let acknowledgements = 0

function nextControlId(): string {
  acknowledgements += 1
  return THIS_PROCESS + acknowledgements.toString(16).padStart(DIGITS_OF_NUMBER, '0')
}

export type AnswerSetting = { processingIds: readonly string[]; enhancedMode: boolean }

const NOT_WHOLE: Readonly<Record<Exclude<Frame['kind'], 'message'>, string>> = {
  too_large: 'The message is larger than 1 MB',
  unframed: 'The message has no start block (VT) before it',
  unfinished: 'The message has no end block (FS CR) behind it',
}

type Read = { received: Received; delivery: Delivery }

/**
 * Reads what came in frames one behind the other, has it stored in its turn, and gives the acknowledgement of each; null for
 * those that are due none. Never rejects.
 */
export async function answerFrames(
  frames: readonly Frame[],
  { peer, place }: { peer: string; place: Place },
  handler: MessageHandler,
  setting: AnswerSetting,
): Promise<(Uint8Array | null)[]> {
  const read = frames.map((frame): Read => ({
    received: receive(frame, setting),
    delivery: { bytes: frame.bytes, receivedAt: now(), peer },
  }))
  const together = await storeTogether(read, handler, place)
  await place.come()
  const acknowledgements: (Uint8Array | null)[] = []
  for (const each of read) {
    const { received } = each
    if (received.kind === 'ignored') acknowledgements.push(null)
    else {
      const answer = together?.get(each) ?? (await handOver(received, each.delivery, handler))
      acknowledgements.push(acknowledge(received.header, answer, setting))
    }
  }
  return acknowledgements
}

function receive(frame: Frame, setting: AnswerSetting): Received {
  return frame.kind === 'message'
    ? receiveMessage(frame.bytes, setting)
    : refuseFrame(frame.bytes, NOT_WHOLE[frame.kind])
}

/** @returns the answers of those that were stored; null where each is to be stored by itself */
async function storeTogether(
  read: readonly Read[],
  handler: MessageHandler,
  place: Place,
): Promise<ReadonlyMap<Read, Answer> | null> {
  const toStore = read.filter(({ received }) => received.kind === 'accepted' || isWorthKeeping(received))
  const { storeTogether: store } = handler
  if (!store || toStore.length < 2) return null
  const arrivals = toStore.flatMap(arrivalOf)
  try {
    const answers = await place.store((turn) => store(arrivals, turn))
    return new Map(toStore.map((each, place) => [each, answers[place] ?? NOT_STORED]))
  } catch (error) {
    log.warn(
      { ...errorKind(error), messages: toStore.length },
      'messages could not be stored together; each is tried by itself',
    )
    return null
  }
}

function arrivalOf({ received, delivery }: Read): Arrival[] {
  return received.kind === 'ignored' ? [] : [{ message: received, delivery }]
}

async function handOver(
  received: Exclude<Received, { kind: 'ignored' }>,
  delivery: Delivery,
  handler: MessageHandler,
): Promise<Answer> {
  try {
    if (received.kind === 'accepted') return await handler.accept(received, delivery)
    if (isWorthKeeping(received)) await handler.keepRefused(received, delivery)
    return received.answer
  } catch (error) {
    log.error(
      { ...errorKind(error), peer: delivery.peer },
      'a message could not be stored; its sender was told AE',
    )
    return NOT_STORED
  }
}

function acknowledge(header: Header | null, answer: Answer, { enhancedMode }: AnswerSetting): Uint8Array {
  return writeAcknowledgement(header, answer, { controlId: nextControlId(), at: now(), enhancedMode })
}
