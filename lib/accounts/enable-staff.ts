import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { now } from '@/lib/platform/clock'
import { RuleBroken } from '@/lib/platform/errors'
import { getStaffForChange, writeStaff } from './administered-staff'
import type { staffVersionSchema } from './schema'

/** Opens a disabled account again, with the password it had. @throws NotFound, NotAllowed, RuleBroken, Stale */
export async function enableStaff(actor: Actor, input: z.infer<typeof staffVersionSchema>): Promise<null> {
  permitInOwn(actor, 'staff', 'update')
  return asActor(actor, async (tx) => {
    const staff = await getStaffForChange(tx, input.staffId)
    if (!staff.disabledAt) throw new RuleBroken('This account is not disabled')
    const changing = { actorId: actor.staffId, staffId: staff.id, version: input.version, at: now() }
    await writeStaff(tx, changing, { disabledAt: null })
    await recordAccess(tx, { event: 'staff.enabled', entityId: staff.id })
    return null
  })
}
