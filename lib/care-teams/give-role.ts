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
import { needsSecondAdministrator } from './membership-rules'
import type { giveRoleSchema } from './schema'

type Role = z.infer<typeof giveRoleSchema>

/**
 * Gives somebody a role for a whole organisation. Programme lead counts at once; administrator and privacy officer
 * wait for a second administrator. Nobody gives one to themselves.
 *
 * @throws NotFound if person or organisation are not the actor's to administer; NotAllowed for oneself
 * @throws RuleBroken if they hold it, or it waits, already
 */
export async function giveRole(actor: Actor, input: Role): Promise<null> {
  permitInOwn(actor, 'organisation_role', 'create')
  return asActor(actor, async (tx) => {
    if (input.staffId === actor.staffId) throw new NotAllowed('own_role')
    const { id: staffId } = await getAdministeredStaff(tx, input.staffId)
    await addRole(tx, actor, { ...input, staffId })
    return null
  })
}

/** As `giveRole`, within a transaction that has looked at the person already. */
export async function addRole(tx: Tx, actor: Actor, { staffId, organisationId, role }: Role): Promise<void> {
  if (!administeredOrganisations(actor).includes(organisationId)) throw new NotFound()
  const { count } = await tx.organisationRole.createMany({
    data: [{ staffId, organisationId, role, startedOn: toDatabaseDate(today()), givenById: actor.staffId }],
    skipDuplicates: true,
  })
  if (count !== 1) {
    throw new RuleBroken([
      { field: 'role', message: 'They have this role already, or it waits to be confirmed' },
    ])
  }
  await recordAccess(tx, {
    event: 'staff.role_given',
    entityId: staffId,
    detail: { organisationId, role, waits: needsSecondAdministrator(role) },
  })
}
