import 'server-only'
import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import type { Pool } from 'pg'
import { closePools, jobPool, prismaPool } from './database-pools'
import { Prisma, PrismaClient } from './prisma-client/client'

/** The client inside a transaction: what queries and commands are handed. */
export type Tx = Prisma.TransactionClient

const MAX_WAIT_MS = 3000

/** How long a transaction may take, unless it asks for longer. */
const TIMEOUT_MS = 10_000

/** Statements planned once per connection; texts beyond this many (long `in` lists) go unnamed. */
const NAMED_STATEMENTS = 500

const names = new Map<string, string>()
const clients = new Map<'request' | 'job', PrismaClient>()

/** The empty name is Postgres's "plan it for this once". */
function nameOf(sql: string): string {
  const kept = names.get(sql)
  if (kept) return kept
  if (names.size >= NAMED_STATEMENTS) return ''
  const name = createHash('sha1').update(sql).digest('base64url')
  names.set(sql, name)
  return name
}

function clientOver(kind: 'request' | 'job', pool: () => Pool): PrismaClient {
  const kept = clients.get(kind)
  if (kept) return kept
  const client = new PrismaClient({
    adapter: new PrismaPg(pool(), { statementNameGenerator: ({ sql }) => nameOf(sql) }),
  })
  clients.set(kind, client)
  return client
}

/**
 * One interactive transaction. Not for use outside `lib/access`, where an actor is set first.
 * A deadlock or a serialisation failure is tried again, twice: the work must have no effects outside the database.
 */
export async function unsafeTransaction<Result>(
  work: (tx: Tx) => Promise<Result>,
  timeout: number = TIMEOUT_MS,
): Promise<Result> {
  return repeatedly(clientOver('request', prismaPool), work, timeout)
}

/** The same as role `worker`, for a job. Not for use outside `lib/access`, where the job is named first. */
export async function unsafeJobTransaction<Result>(
  work: (tx: Tx) => Promise<Result>,
  timeout: number = TIMEOUT_MS,
): Promise<Result> {
  return repeatedly(clientOver('job', jobPool), work, timeout)
}

async function repeatedly<Result>(
  client: PrismaClient,
  work: (tx: Tx) => Promise<Result>,
  timeout: number,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.$transaction(work, { maxWait: MAX_WAIT_MS, timeout })
    } catch (error) {
      if (attempt === 3 || !isWorthRepeating(error)) throw error
    }
  }
}

function isWorthRepeating(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  return error.code === 'P2034' || (error.code === 'P2010' && /Code: `(40001|40P01)`/.test(error.message))
}

/** Ends every connection of this process. */
export async function closeDatabase(): Promise<void> {
  const open = [...clients.values()]
  clients.clear()
  await Promise.all(open.map((client) => client.$disconnect()))
  await closePools()
}
