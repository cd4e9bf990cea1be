import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { actingTeam, isUuid, openPatient } from '@/lib/access/care-context'
import { staffNames } from '@/lib/accounts/staff-names'
import type { Tx } from '@/lib/platform/database'
import { NotFound, Stale } from '@/lib/platform/errors'
import { sayerOf } from './sayer'
import { findRequests, lockRequests, type RequestRow } from './request-rows'

type Place = { patientId: string; requestId: string }

/**
 * A request that a hospital team is about to withdraw or settle: nobody else says anything of it meanwhile.
 *
 * @throws NotFound, NotAllowed
 */
export async function requestForChange(
  tx: Tx,
  actor: Actor,
  { patientId, requestId }: Place,
): Promise<RequestRow> {
  actingTeam(await openPatient(tx, actor, patientId, ['practice_request', 'update']))
  await lockRequests(tx, patientId)
  const [request] = isUuid(requestId) ? await findRequests(tx, { id: requestId, patientId }) : []
  if (!request) throw new NotFound()
  return request
}

/** @throws Stale if something was said of it since it was shown, naming who said it last */
export async function refuseStaleRequest(tx: Tx, request: RequestRow, version: number): Promise<void> {
  const last = request.events.at(-1)
  if (!last || request.events.length === version) return
  const nameOf = await staffNames(tx, [last.recordedById])
  throw new Stale(sayerOf(last, request.practice, nameOf), last.recordedAt)
}
