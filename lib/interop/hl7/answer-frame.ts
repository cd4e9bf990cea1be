import 'server-only'

import { randomBytes } from 'node:crypto'
import { now } from '@/lib/platform/clock'
import { logger } from '@/lib/platform/logger'
import { writeAcknowledgement } from './acknowledgement'
import { errorKind } from './error-kind'
import type { Frame } from './frame-decoder'
import type { Header } from './header'
import { NOT_STORED, type Answer } from './hl7-error'
import type { Delivery, MessageHandler } from './message-handler'
import { isWorthKeeping, receiveMessage, refuseFrame, type Received } from './receive-message'

const log = logger('hl7')

/** MSH-10 of v2.3 to v2.5.1 has room for 20 characters. */
const CONTROL_ID_BYTES = 10

export type AnswerSetting = { processingIds: readonly string[]; enhancedMode: boolean }

const NOT_WHOLE: Readonly<Record<Exclude<Frame['kind'], 'message'>, string>> = {
  too_large: 'The message is larger than 1 MB',
  unframed: 'The message has no start block (VT) before it',
  unfinished: 'The message has no end block (FS CR) behind it',
}

/**
 * Reads what came in one frame, has it stored, and gives the acknowledgement to send; null when none is due. Never
 * rejects.
 */
export async function answerFrame(
  frame: Frame,
  peer: string,
  handler: MessageHandler,
  setting: AnswerSetting,
): Promise<Uint8Array | null> {
  const received = receive(frame, setting)
  if (received.kind === 'ignored') return null
  const answer = await handOver(received, { bytes: frame.bytes, receivedAt: now(), peer }, handler)
  return acknowledge(received.header, answer, setting)
}

function receive(frame: Frame, setting: AnswerSetting): Received {
  return frame.kind === 'message'
    ? receiveMessage(frame.bytes, setting)
    : refuseFrame(frame.bytes, NOT_WHOLE[frame.kind])
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
  const controlId = randomBytes(CONTROL_ID_BYTES).toString('hex')
  return writeAcknowledgement(header, answer, { controlId, at: now(), enhancedMode })
}
