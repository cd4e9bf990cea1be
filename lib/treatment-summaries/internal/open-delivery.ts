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
export async function openDelivery(tx: Tx, actor: Actor, deliveryId: string, verb: Verb) {
  const practices = teamsAs(actor, 'gp').map((membership) => membership.teamId)
  const delivery = isUuid(deliveryId)
    ? await tx.treatmentSummaryDelivery.findFirst({
        where: { id: deliveryId, teamId: { in: practices } },
        include: { version: { select: { summaryId: true, number: true } } },
      })
    : null
  if (!delivery) throw new NotFound()
  const teams = await listCaringTeams(tx, delivery.patientId)
  const relation = teams.some((team) => team.id === delivery.teamId) ? 'care' : 'ended'
  const decision = mayUnderCare({ relation, roles: ['gp'] }, 'sent_treatment_summary', verb)
  if (!decision.allowed) throw new NotAllowed(decision.reason, delivery.patientId)
  return { ...delivery, isInCare: relation === 'care' }
}
