import 'server-only'
import { isUuid } from '@/lib/access/care-context'
import type { Verb } from '@/lib/access/access-table'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { mayUnderCare } from '@/lib/access/policy'
import { listCaringTeams } from '@/lib/care-teams/current-teams'
import type { Tx } from '@/lib/platform/database'
import { NotAllowed, NotFound } from '@/lib/platform/errors'

/**
 * Opens what was sent to a practice of the actor's. It stays readable as sent after the person has moved on.
 *
 * @throws NotFound, NotAllowed
 */
export async function openShare(tx: Tx, actor: Actor, shareId: string, verb: Verb) {
  const practices = teamsAs(actor, 'gp').map((membership) => membership.teamId)
  const share = isUuid(shareId)
    ? await tx.carePlanShare.findFirst({
        where: { id: shareId, teamId: { in: practices } },
        include: { version: { select: { carePlanId: true, number: true } } },
      })
    : null
  if (!share) throw new NotFound()
  const teams = await listCaringTeams(tx, share.patientId)
  const relation = teams.some((team) => team.id === share.teamId) ? 'care' : 'ended'
  const decision = mayUnderCare({ relation, roles: ['gp'] }, 'shared_care_plan', verb)
  if (!decision.allowed) throw new NotAllowed(decision.reason, share.patientId)
  return { ...share, isInCare: relation === 'care' }
}
