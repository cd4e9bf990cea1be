import 'server-only'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { contentHash } from '@/lib/interop/hl7/content-hash'
import type { Header } from '@/lib/interop/hl7/header'
import { ERROR_WORDS, type Answer, type ErrorCode } from '@/lib/interop/hl7/hl7-error'
import type { Arrival } from '@/lib/interop/hl7/message-handler'
import { judgeRepetition, messageKey, type EarlierMessage } from '@/lib/interop/hl7/repeated-message'
import type { Tx } from '@/lib/platform/database'
import { jsonOfRows } from '@/lib/platform/rows-as-json'

/**
 * A message with what its sender is told. `id`: under which it is kept; null for one that was kept before, or never is.
 * `hash`: of what it says, for one that is kept.
 */
export type ClaimedMessage = { arrival: Arrival; id: string | null; hash: string; answer: Answer }

/** What one that can be filed is told, unless it came before: its answer says that it is here, and all that becomes of it follows. */
const TAKEN: Answer = { code: 'AA', errors: [] }

/**
 * Finds which of the messages have not come before. One that came before, in an earlier transaction or among these, gets the
 * same answer; where another connection is keeping it, this waits.
 */
export async function claimMessages(
  tx: Tx,
  organisationId: string,
  arrivals: readonly Arrival[],
): Promise<ClaimedMessage[]> {
  const headers = arrivals.flatMap(({ message: { header } }) => (isToBeKept(header) ? [header] : []))
  await lockKeys(tx, organisationId, headers)
  const earlier = await findEarlier(tx, organisationId, headers)
  return arrivals.map((arrival) => claim(arrival, earlier))
}

/** What has no control id could not be told from another. */
function isToBeKept(header: Header | null): header is Header {
  return header !== null && header.controlId !== ''
}

function claim(arrival: Arrival, earlier: Map<string, EarlierMessage>): ClaimedMessage {
  const { message, delivery } = arrival
  const answer = message.kind === 'accepted' ? TAKEN : message.answer
  if (!isToBeKept(message.header)) return { arrival, id: null, hash: '', answer }
  const [key, hash] = [messageKey(message.header), contentHash(delivery.bytes)]
  const repeated = judgeRepetition(earlier.get(key) ?? null, hash)
  // A refused message is told why it is refused, whatever its control id was used for before.
  if (repeated.kind !== 'new')
    return { arrival, id: null, hash, answer: message.kind === 'accepted' ? repeated.answer : answer }
  earlier.set(key, { contentHash: hash, answer })
  return { arrival, id: uuidv7(), hash, answer }
}

/** In one order, whoever asks: two that claim some of the same messages never wait in a ring. */
async function lockKeys(tx: Tx, organisationId: string, headers: readonly Header[]): Promise<void> {
  const keys = headers.map(({ sendingApplication, sendingFacility, controlId }) =>
    JSON.stringify({ organisationId, sendingApplication, sendingFacility, controlId }),
  )
  await tx.$executeRaw`
    select pg_advisory_xact_lock(lock)
    from (select distinct hashtextextended(key, 481023) as lock from unnest(${keys}::text[]) as key order by lock) as wanted`
}

async function findEarlier(
  tx: Tx,
  organisationId: string,
  headers: readonly Header[],
): Promise<Map<string, EarlierMessage>> {
  const wanted = headers.map(({ sendingApplication, sendingFacility, controlId }) => ({
    ...{ sendingApplication, sendingFacility, controlId },
  }))
  const rows = await tx.$queryRaw<Earlier[]>`
    select sending_application as "sendingApplication", sending_facility as "sendingFacility", control_id as "controlId",
      content_hash as "contentHash", answer
    from inbound_message where organisation_id = ${organisationId}::uuid and (sending_application, sending_facility, control_id) in (
      select sending_application, sending_facility, control_id from jsonb_to_recordset(${jsonOfRows(wanted)}::jsonb)
        as said (sending_application text, sending_facility text, control_id text))`
  return new Map(
    rows.map((row) => [messageKey(row), { contentHash: row.contentHash, answer: answerIn(row.answer) }]),
  )
}

type Earlier = Parameters<typeof messageKey>[0] & { contentHash: string; answer: Uint8Array }

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

/** Keeps the messages that are new, each with its answer, in the transaction that files them. */
export async function keepMessages(
  tx: Tx,
  organisationId: string,
  claimed: readonly ClaimedMessage[],
): Promise<void> {
  const rows = claimed.flatMap((each) => rowOf(organisationId, each))
  if (rows.length === 0) return
  await tx.$executeRaw`
    insert into inbound_message (id, organisation_id, source, sending_application, sending_facility, control_id, message_type, raw,
      content_hash, acknowledgement, answer, problems, received_at)
    select id, organisation_id, 'message', sending_application, sending_facility, control_id, message_type, decode(raw, 'base64'),
      content_hash, acknowledgement, decode(answer, 'base64'), problems, received_at
    from jsonb_to_recordset(${jsonOfRows(rows)}::jsonb) as said (id uuid, organisation_id uuid, sending_application text,
      sending_facility text, control_id text, message_type text, raw text, content_hash text, acknowledgement text, answer text,
      problems jsonb, received_at timestamptz)`
}

function rowOf(organisationId: string, { arrival, id, hash, answer }: ClaimedMessage) {
  const { header } = arrival.message
  const { bytes, receivedAt } = arrival.delivery
  if (!id || !header) return []
  const { sendingApplication, sendingFacility, controlId } = header
  return [
    {
      ...{ id, organisationId, sendingApplication, sendingFacility, controlId },
      messageType: `${header.messageCode}^${header.event}`,
      raw: Buffer.from(bytes).toString('base64'),
      contentHash: hash,
      acknowledgement: answer.code,
      answer: Buffer.from(JSON.stringify(answer)).toString('base64'),
      problems: answer.errors.map(({ reason }) => reason),
      receivedAt,
    },
  ]
}
