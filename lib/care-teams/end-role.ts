import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { today } from '@/lib/platform/clock'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound } from '@/lib/platform/errors'
import { requireOtherAdministrators } from './administrators'
import { getHeldRole } from './held-role'
import type { heldRoleSchema } from './schema'

/**
 * Ends a role at its holder's next request, or withdraws one that waits.
 *
 * @throws NotFound if it is not theirs, not open or not of the actor's organisations
 * @throws RuleBroken if the organisation would be left without an administrator
 */
export async function endRole(actor: Actor, input: z.infer<typeof heldRoleSchema>): Promise<null> {
  permitInOwn(actor, 'organisation_role', 'update')
  return asActor(actor, async (tx) => {
    const held = await getHeldRole(tx, actor, input)
    if (held.role === 'admin' && held.isConfirmed) await requireOtherAdministrators(tx, actor, held.staffId)
    const { count } = await tx.organisationRole.updateMany({
      where: { id: held.id, endedOn: null },
      data: { endedOn: toDatabaseDate(today()) },
    })
    if (count !== 1) throw new NotFound()
    await recordAccess(tx, {
      event: 'staff.role_ended',
      entityId: held.staffId,
      detail: { organisationId: held.organisationId, role: held.role },
    })
    return null
  })
}
