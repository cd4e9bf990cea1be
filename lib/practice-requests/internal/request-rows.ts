import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { isSettled, requestStateOf, type RequestState } from '../rules'

const REQUEST_LOCK = 481014

/**
 * Keeps whoever else would say something of this patient's requests waiting until the transaction ends: so what they
 * say is read before anything is decided. Taken before any task is touched.
 */
export async function lockRequests(tx: Tx, patientId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${patientId}::text, ${REQUEST_LOCK}::bigint))`
}

const TEAM = { id: true, name: true, telephone: true } as const

type Wanted = { id?: string; patientId?: string; summaryId?: string; practiceTeamId?: string }

/** Requests with what was said of them, oldest first, as far as the actor may read them. */
export async function findRequests(tx: Tx, wanted: Wanted) {
  const rows = await tx.practiceRequest.findMany({
    where: wanted,
    orderBy: { id: 'asc' },
    include: { team: { select: TEAM }, practice: { select: TEAM }, events: { orderBy: { id: 'asc' } } },
  })
  return rows.map((row) => ({ ...row, state: stateOf(row) }))
}

export type RequestRow = Awaited<ReturnType<typeof findRequests>>[number]

function stateOf(row: { events: { kind: RequestState }[] }): RequestState {
  return requestStateOf(row.events.map(({ kind }) => kind))
}

/** Those for which something is still owed. */
export async function findUnsettled(tx: Tx, wanted: Wanted): Promise<RequestRow[]> {
  return (await findRequests(tx, wanted)).filter(({ state }) => !isSettled(state))
}

/** Of each request of a summary the newest: the earlier ones ended, and it was asked anew. */
export function newestOfEach(rows: readonly RequestRow[]): RequestRow[] {
  return [...new Map(rows.map((row) => [`${row.summaryId} ${row.code}`, row])).values()]
}
