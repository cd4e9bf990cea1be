import 'server-only'
import type { Verb } from '@/lib/access/access-table'
import type { Actor } from '@/lib/access/actor'
import { isUuid, openPatient } from '@/lib/access/care-context'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { findRequests, type RequestRow } from './request-rows'

/**
 * A request to a practice of the actor's, about a person who is registered there.
 *
 * @throws NotFound, NotAllowed
 */
export async function openAskedRequest(
  tx: Tx,
  actor: Actor,
  requestId: string,
  verb: Verb,
): Promise<RequestRow> {
  const [request] = isUuid(requestId) ? await findRequests(tx, { id: requestId }) : []
  if (!request) throw new NotFound()
  const context = await openPatient(tx, actor, request.patientId, ['practice_request', verb])
  const isOwn = context.teams.some(({ teamId, role }) => teamId === request.practiceTeamId && role === 'gp')
  if (!isOwn) throw new NotFound()
  return request
}
