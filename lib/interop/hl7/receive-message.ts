import { decodeText } from './character-set'
import {
  readDemographics,
  readMerges,
  type DemographicsMessage,
  type MergeMessage,
} from './demographics-message'
import { hasSender, headerErrors, firstLineOf, kindOf, notationOf, readHeader, type Header } from './header'
import type { Answer, Hl7Error } from './hl7-error'
import { parseSegments, type Hl7Message } from './message'
import { readResults, type ResultsMessage } from './results-message'

/** What an accepted message is about. */
export type MessageContent =
  | ({ kind: 'results' } & ResultsMessage)
  | ({ kind: 'demographics'; event: string } & DemographicsMessage)
  | { kind: 'merge'; event: string; merges: readonly MergeMessage[] }

export type AcceptedMessage = { header: Header; content: MessageContent }

/** `ignored` is an acknowledgement: answering it would make the two sides answer each other for ever. */
export type Received =
  | ({ kind: 'accepted' } & AcceptedMessage)
  | { kind: 'refused'; header: Header | null; answer: Answer }
  | { kind: 'ignored'; header: Header }

/** Of MSH-11: P is production; T (training) and D (debugging) only where a listener is set up for them. */
export type ReceiveSetting = { processingIds: readonly string[] }

/** A message may be wrong in every line; its sender needs the first of them. */
const MOST_ERRORS = 20

const HOLDS_NUL: Hl7Error = { code: '102', location: null, reason: 'The message holds a NUL character' }

/**
 * Reads one message as it came out of its frame and decides on the answer, without keeping anything. Never throws.
 *
 * AR is for a header that this listener does not take (or none), AE for content that cannot be filed.
 */
export function receiveMessage(bytes: Uint8Array, setting: ReceiveSetting): Received {
  const header = readHeader(bytes)
  if (!header) return refuse(null, 'AR', [noHeader(bytes)])
  if (header.messageCode === 'ACK') return { kind: 'ignored', header }
  const errors = headerErrors(header, setting.processingIds)
  if (errors.length > 0) return refuse(header, 'AR', errors)
  const notation = notationOf(header)
  const text = decodeText(bytes, notation.characterSet)
  if (!text.ok) return refuse(header, 'AR', [notInCharacterSet(header)])
  if (text.value.includes('\0')) return refuse(header, 'AE', [HOLDS_NUL])
  const message = parseSegments(text.value.replace(/^[\s\ufeff]+/u, ''), notation)
  return message.ok ? read(header, message.value) : refuse(header, 'AE', [message.fault])
}

function read(header: Header, message: Hl7Message): Received {
  const content = contentOf(header, message)
  return Array.isArray(content)
    ? refuse(header, 'AE', content)
    : { kind: 'accepted', header, content: content as MessageContent }
}

function contentOf(header: Header, message: Hl7Message): MessageContent | readonly Hl7Error[] {
  const { event } = header
  switch (kindOf(header)) {
    case 'results': {
      const results = readResults(message)
      return results.ok ? { kind: 'results', ...results.value } : results.fault
    }
    case 'merge': {
      const merges = readMerges(message)
      return merges.ok ? { kind: 'merge', event, merges: merges.value } : merges.fault
    }
    default: {
      const demographics = readDemographics(message)
      return demographics.ok ? { kind: 'demographics', event, ...demographics.value } : demographics.fault
    }
  }
}

/**
 * The refusal of a message that did not come whole in one frame.
 *
 * @param head what is there of it, from its first byte
 */
export function refuseFrame(head: Uint8Array, reason: string): Received {
  return refuse(readHeader(head), 'AR', [{ code: '100', location: null, reason }])
}

function refuse(header: Header | null, code: 'AE' | 'AR', errors: readonly Hl7Error[]): Received {
  return { kind: 'refused', header, answer: { code, errors: errors.slice(0, MOST_ERRORS) } }
}

function noHeader(bytes: Uint8Array): Hl7Error {
  const isBatch = /^[FB]HS/.test(firstLineOf(bytes))
  return isBatch
    ? { code: '200', location: null, reason: 'Batches are not taken. Send each message by itself' }
    : {
        code: '100',
        location: { segment: 'MSH', occurrence: 1 },
        reason: 'The message does not begin with MSH',
      }
}

function notInCharacterSet(header: Header): Hl7Error {
  const set = header.characterSet?.name || 'UTF-8 (MSH-18 is empty)'
  const location = { segment: 'MSH', occurrence: 1, field: 18 }
  return { code: '103', location, reason: `The message is not in its character set, ${set}` }
}

/** Whether a refused message is worth keeping: somebody sent it who can be asked. */
export function isWorthKeeping(received: Received): boolean {
  return received.kind === 'refused' && hasSender(received.header)
}
