import 'server-only'
import type { z } from 'zod'
import { administeredOrganisations, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound } from '@/lib/platform/errors'
import { releaseTasks, type Released } from '@/lib/tasks/release-tasks'
import type { endTeamSchema } from './schema'

/**
 * Ends somebody's work in a team, at their next request. What has ended is not opened again: it would be given anew.
 * What was open in their name there is the team's again.
 *
 * @throws NotFound if it is not a membership of theirs, in a team of the actor's organisations, that is open
 */
export async function endTeam(actor: Actor, input: z.infer<typeof endTeamSchema>): Promise<Released> {
  permitInOwn(actor, 'team_membership', 'update')
  return asActor(actor, async (tx) => {
    const where = {
      id: input.membershipId,
      staffId: input.staffId,
      endedOn: null,
      team: { organisationId: { in: administeredOrganisations(actor) } },
    }
    const membership = await tx.teamMember.findFirst({
      where,
      select: { id: true, teamId: true, role: true },
    })
    if (!membership) throw new NotFound()
    const { count } = await tx.teamMember.updateMany({
      where: { id: membership.id, endedOn: null },
      data: { endedOn: toDatabaseDate(today()) },
    })
    if (count !== 1) throw new NotFound()
    const { entries, ...released } = await releaseTasks(tx, input.staffId)
    const detail = { teamId: membership.teamId, role: membership.role, ...released }
    await recordAccess(tx, { event: 'staff.team_ended', entityId: input.staffId, detail }, ...entries)
    return released
  })
}
