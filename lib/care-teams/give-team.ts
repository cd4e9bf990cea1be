import 'server-only'
import type { z } from 'zod'
import { administeredOrganisations, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { getAdministeredStaff } from '@/lib/accounts/administered-staff'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { NotAllowed, NotFound, RuleBroken } from '@/lib/platform/errors'
import { teamRoleLabels } from './labels'
import { rolesInTeam } from './membership-rules'
import type { giveTeamSchema } from './schema'

type Membership = z.infer<typeof giveTeamSchema>

/**
 * Gives somebody a team, from today. Nobody gives one to themselves.
 *
 * @throws NotFound if person or team are not of the actor's organisations; NotAllowed for oneself
 * @throws RuleBroken if the role does not fit the team, or they are in it already
 */
export async function giveTeam(actor: Actor, input: Membership): Promise<null> {
  permitInOwn(actor, 'team_membership', 'create')
  return asActor(actor, async (tx) => {
    if (input.staffId === actor.staffId) throw new NotAllowed('own_role')
    const staff = await getAdministeredStaff(tx, input.staffId)
    await addToTeam(tx, actor, input)
    await recordAccess(tx, {
      event: 'staff.team_given',
      entityId: staff.id,
      detail: { teamId: input.teamId, role: input.role },
    })
    return null
  })
}

/** As `giveTeam`, within a transaction that has looked at the person already and says in the access log what it does. */
export async function addToTeam(tx: Tx, actor: Actor, { staffId, teamId, role }: Membership): Promise<void> {
  const team = await tx.team.findFirst({
    where: { id: teamId, organisationId: { in: administeredOrganisations(actor) } },
    select: { kind: true },
  })
  if (!team) throw new NotFound()
  if (!rolesInTeam(team.kind).includes(role)) {
    throw new RuleBroken([
      { field: 'role', message: `Nobody is a ${teamRoleLabels[role]} in a team of this kind` },
    ])
  }
  const { count } = await tx.teamMember.createMany({
    data: [{ staffId, teamId, role, startedOn: toDatabaseDate(today()), givenById: actor.staffId }],
    skipDuplicates: true,
  })
  if (count !== 1) {
    throw new RuleBroken([{ field: 'teamId', message: 'They are in this team already. End that first' }])
  }
}
