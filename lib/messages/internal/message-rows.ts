import 'server-only'
import { isUuid } from '@/lib/access/care-context'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import { messageState } from '../message'

const MESSAGE_LOCK = 481015

const withEvents = {
  events: { orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.MessageInclude

const withNames = {
  ...withEvents,
  team: { select: { name: true } },
  to: { select: { name: true } },
} satisfies Prisma.MessageInclude

/** Keeps whoever else would say something of this message waiting until the transaction ends. */
async function lockMessage(tx: Tx, messageId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${messageId}::text, ${MESSAGE_LOCK}::bigint))`
}

/** Messages with what happened to them, newest first, as far as whoever asks may read them. */
export async function findMessages(tx: Tx, where: Prisma.MessageWhereInput) {
  const rows = await tx.message.findMany({ where, include: withEvents, orderBy: { id: 'desc' } })
  return rows.map((row) => ({ ...row, state: messageState(row.events) }))
}

export type MessageRow = Awaited<ReturnType<typeof findMessages>>[number]

/** As `findMessages`, with the names of the teams. */
export async function findNamedMessages(
  tx: Tx,
  where: Prisma.MessageWhereInput,
  place: { skip?: number; take?: number } = {},
) {
  const rows = await tx.message.findMany({ where, include: withNames, orderBy: { id: 'desc' }, ...place })
  return rows.map((row) => ({ ...row, state: messageState(row.events) }))
}

export type NamedMessageRow = Awaited<ReturnType<typeof findNamedMessages>>[number]

/** @throws NotFound */
export async function readMessage(tx: Tx, where: { id: string; patientId?: string }): Promise<MessageRow> {
  const [message] = isUuid(where.id) ? await findMessages(tx, where) : []
  if (!message) throw new NotFound()
  return message
}

/** A message that something is about to be said of: nobody else says anything of it meanwhile. @throws NotFound */
export async function messageForChange(
  tx: Tx,
  where: { id: string; patientId?: string },
): Promise<MessageRow> {
  await lockMessage(tx, where.id)
  return readMessage(tx, where)
}
