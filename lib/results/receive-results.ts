import 'server-only'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { asJob, type SystemActor } from '@/lib/access/as-job'
import { recordAccess } from '@/lib/access-log/record-access'
import { contentHash } from '@/lib/interop/hl7/content-hash'
import type { Header } from '@/lib/interop/hl7/header'
import { ERROR_WORDS, type Answer, type ErrorCode } from '@/lib/interop/hl7/hl7-error'
import type { Delivery, MessageHandler, RefusedMessage } from '@/lib/interop/hl7/message-handler'
import type { AcceptedMessage } from '@/lib/interop/hl7/receive-message'
import { judgeRepetition, type Repetition } from '@/lib/interop/hl7/repeated-message'
import type { Tx } from '@/lib/platform/database'
import { fileMessage } from './internal/file-message'

const TAKEN: Answer = { code: 'AA', errors: [] }

/** Demographics are not kept current from messages yet: their sender is told, and nothing is thrown away unseen. */
const NOT_TAKEN: Answer = {
  code: 'AR',
  errors: [
    {
      code: '200',
      location: { segment: 'MSH', occurrence: 1, field: 9 },
      reason: 'This listener takes results (ORU^R01) alone',
    },
  ],
}

/**
 * Takes messages in for one organisation. What a message says and that it came are kept in one transaction; the answer is
 * given after its commit. The same message again gets the same answer and changes nothing.
 */
export function resultMessages(actor: SystemActor, organisationId: string): MessageHandler {
  return {
    accept: (message, delivery) => accept(actor, organisationId, message, delivery),
    keepRefused: (message, delivery) => keepRefused(actor, organisationId, message, delivery),
  }
}

async function accept(
  actor: SystemActor,
  organisationId: string,
  { header, content }: AcceptedMessage,
  { bytes }: Delivery,
): Promise<Answer> {
  return asJob(actor, async (tx) => {
    const repeated = await repetitionOf(tx, organisationId, header, bytes)
    if (repeated.kind !== 'new') return repeated.answer
    const answer = content.kind === 'results' ? TAKEN : NOT_TAKEN
    const messageId = await keepMessage(tx, { organisationId, header, bytes, answer })
    if (content.kind === 'results') await fileMessage(tx, { organisationId, messageId }, content)
    await recordAccess(tx, {
      event: 'message.received',
      entityId: messageId,
      detail: { answer: answer.code },
    })
    return answer
  })
}

async function keepRefused(
  actor: SystemActor,
  organisationId: string,
  { header, answer }: RefusedMessage,
  { bytes }: Delivery,
): Promise<void> {
  if (!header || header.controlId === '') return
  await asJob(actor, async (tx) => {
    const repeated = await repetitionOf(tx, organisationId, header, bytes)
    if (repeated.kind === 'new') await keepMessage(tx, { organisationId, header, bytes, answer })
  })
}

/** Waits for the same message where it is being kept on another connection. */
async function repetitionOf(
  tx: Tx,
  organisationId: string,
  { sendingApplication, sendingFacility, controlId }: Header,
  bytes: Uint8Array,
): Promise<Repetition> {
  const key = { organisationId, sendingApplication, sendingFacility, controlId }
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${JSON.stringify(key)}, 481023))`
  const earlier = await tx.inboundMessage.findFirst({
    where: key,
    select: { contentHash: true, answer: true },
  })
  return judgeRepetition(
    earlier && { contentHash: earlier.contentHash, answer: answerIn(earlier.answer) },
    contentHash(bytes),
  )
}

const keptAnswer = z.object({
  code: z.enum(['AA', 'AE', 'AR']),
  errors: z.array(
    z.object({
      code: z.enum(Object.keys(ERROR_WORDS) as [ErrorCode, ...ErrorCode[]]),
      location: z
        .object({ segment: z.string(), occurrence: z.number(), field: z.number().optional() })
        .nullable(),
      reason: z.string(),
    }),
  ),
})

function answerIn(stored: Uint8Array): Answer {
  return keptAnswer.parse(JSON.parse(Buffer.from(stored).toString('utf8')))
}

type Kept = { organisationId: string; header: Header; bytes: Uint8Array; answer: Answer }

async function keepMessage(tx: Tx, { organisationId, header, bytes, answer }: Kept): Promise<string> {
  const id = uuidv7()
  await tx.inboundMessage.createMany({
    data: [
      {
        id,
        organisationId,
        source: 'message',
        sendingApplication: header.sendingApplication,
        sendingFacility: header.sendingFacility,
        controlId: header.controlId,
        messageType: `${header.messageCode}^${header.event}`,
        raw: Buffer.from(bytes),
        contentHash: contentHash(bytes),
        acknowledgement: answer.code,
        answer: Buffer.from(JSON.stringify(answer)),
        problems: answer.errors.map(({ reason }) => reason),
      },
    ],
  })
  return id
}
