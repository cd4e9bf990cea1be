import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { requireOtherAdministrators } from '@/lib/care-teams/administrators'
import { now } from '@/lib/platform/clock'
import { NotAllowed, RuleBroken } from '@/lib/platform/errors'
import { releaseTasks, type Released } from '@/lib/tasks/release-tasks'
import { getStaffForChange, writeStaff } from './administered-staff'
import type { staffVersionSchema } from './schema'
import { endSessionsOf } from './end-sessions'

/**
 * Closes an account: nobody logs in with it, and every session of it ends, at the next request. Teams and roles stay as
 * they are, for the day it is opened again; what was open in their name is their teams' again.
 *
 * @throws NotFound, NotAllowed, Stale
 * @throws RuleBroken if an organisation would be left without an administrator
 */
export async function disableStaff(
  actor: Actor,
  input: z.infer<typeof staffVersionSchema>,
): Promise<Released> {
  permitInOwn(actor, 'staff', 'update')
  return asActor(actor, async (tx) => {
    if (input.staffId === actor.staffId) throw new NotAllowed('own_account')
    const staff = await getStaffForChange(tx, input.staffId)
    if (staff.disabledAt) throw new RuleBroken('This account is disabled already')
    await requireOtherAdministrators(tx, actor, staff.id)
    const at = now()
    const changing = { actorId: actor.staffId, staffId: staff.id, version: input.version, at }
    await endSessionsOf(tx, staff.id, 'account disabled')
    await writeStaff(tx, changing, { disabledAt: at })
    const { entries, ...released } = await releaseTasks(tx, staff.id)
    await recordAccess(tx, { event: 'staff.disabled', entityId: staff.id, detail: released }, ...entries)
    return released
  })
}
