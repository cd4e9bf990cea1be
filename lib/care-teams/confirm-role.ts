import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { getHeldRole } from './held-role'
import { mayConfirm, needsSecondAdministrator } from './membership-rules'
import type { heldRoleSchema } from './schema'

/**
 * Confirms a role that another administrator gave to a third person: from now it counts.
 *
 * @throws NotFound if it does not wait, or is not of the actor's organisations
 * @throws NotAllowed if the actor gave it or would get it
 */
export async function confirmRole(actor: Actor, input: z.infer<typeof heldRoleSchema>): Promise<null> {
  permitInOwn(actor, 'organisation_role', 'sign')
  return asActor(actor, async (tx) => {
    const held = await getHeldRole(tx, actor, input)
    if (held.isConfirmed || !needsSecondAdministrator(held.role)) throw new NotFound()
    if (!mayConfirm(held, actor.staffId)) throw new NotAllowed('second_administrator')
    const { count } = await tx.organisationRole.updateMany({
      where: { id: held.id, confirmedAt: null, endedOn: null },
      data: { confirmedById: actor.staffId, confirmedAt: now() },
    })
    if (count !== 1) throw new NotFound()
    await recordAccess(tx, {
      event: 'staff.role_confirmed',
      entityId: held.staffId,
      detail: { organisationId: held.organisationId, role: held.role },
    })
    return null
  })
}
