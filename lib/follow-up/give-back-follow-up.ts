import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { permit, type CareContext } from '@/lib/access/care-context'
import type { AccessEntry } from '@/lib/access-log/record-access'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { holdResults } from '@/lib/results/judge-again'
import { heldBy } from './follow-patient'
import { moveToTeam } from './internal/move-to-team'
import { lockFollowUp } from './internal/read-pathways'
import { recordPathwayEvent } from './internal/record-pathway-event'
import { reconsiderPathway } from './reconsider-pathway'

/**
 * Gives the pathways that a team answers for to another that has the patient in care: the team lets go of the person, and
 * somebody has to look.
 *
 * @returns what the access log has to say of it: the caller records it last
 * @throws NotAllowed if there is any and the actor is no clinician, as for every transfer
 */
export async function giveBackFollowUp(
  tx: Tx,
  actor: Actor,
  context: CareContext,
  { teamId, backTo, reason }: { teamId: string; backTo: string; reason: string },
): Promise<AccessEntry[]> {
  const { patientId } = context
  await holdResults(tx, patientId)
  await lockFollowUp(tx, patientId)
  const pathways = await tx.followUpPathway.findMany({
    where: heldBy({ patientId, teamId }),
    orderBy: { id: 'asc' },
    select: { id: true, patientId: true, endedOn: true },
  })
  if (pathways.length > 0) permit(context, 'follow_up_pathway', 'update')
  for (const pathway of pathways) {
    await moveToTeam(tx, pathway.id, backTo)
    if (pathway.endedOn === null)
      await recordPathwayEvent(tx, actor, pathway, { kind: 'transferred', on: today(), reason })
    await reconsiderPathway(tx, pathway.id)
  }
  return pathways.map(({ id }) => ({ event: 'follow_up.transferred', patientId, entityId: id }))
}
