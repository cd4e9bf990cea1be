import 'server-only'
import { administeredOrganisations, type Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'

/** A role in one of the actor's organisations that has not ended. @throws NotFound */
export async function getHeldRole(
  tx: Tx,
  actor: Actor,
  { staffId, roleId }: { staffId: string; roleId: string },
) {
  const held = await tx.organisationRole.findFirst({
    where: { id: roleId, staffId, endedOn: null, organisationId: { in: administeredOrganisations(actor) } },
    select: {
      id: true,
      staffId: true,
      organisationId: true,
      role: true,
      givenById: true,
      confirmedAt: true,
    },
  })
  if (!held) throw new NotFound()
  return { ...held, isConfirmed: held.confirmedAt !== null }
}
