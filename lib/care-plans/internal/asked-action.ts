import 'server-only'
import { isUuid, openPatient } from '@/lib/access/care-context'
import type { Verb } from '@/lib/access/access-table'
import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { actionStateOf } from '../rules'

/**
 * An action that a practice of the actor's is asked to do, for a person who is registered there.
 *
 * @throws NotFound, NotAllowed
 */
export async function openAskedAction(tx: Tx, actor: Actor, actionId: string, verb: Verb) {
  // What it belongs to, the practice may not read: so no relation to the plan is followed from here.
  const action = isUuid(actionId)
    ? await tx.action.findFirst({
        where: { id: actionId, ownerKind: 'practice', removedAt: null },
        include: { team: true, ownerTeam: true, events: { orderBy: { id: 'asc' } } },
      })
    : null
  if (!action) throw new NotFound()
  const context = await openPatient(tx, actor, action.patientId, ['practice_action', verb])
  const isOwn = context.teams.some((team) => team.teamId === action.ownerTeamId && team.role === 'gp')
  if (!isOwn) throw new NotFound()
  return { ...action, state: actionStateOf(action.events.map((event) => event.kind)) }
}
