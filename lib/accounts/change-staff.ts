import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { STAFF_ROLES } from '@/lib/nhs/code-lists/staff-role'
import { now } from '@/lib/platform/clock'
import { getStaffForChange, writeStaff, type AdministeredStaff } from './administered-staff'
import type { changeStaffSchema } from './schema'

type Input = z.infer<typeof changeStaffSchema>

/**
 * Changes name and staff role of an account. @throws NotFound, NotAllowed, Stale
 */
export async function changeStaff(actor: Actor, input: Input): Promise<null> {
  permitInOwn(actor, 'staff', 'update')
  return asActor(actor, async (tx) => {
    const staff = await getStaffForChange(tx, input.staffId)
    const { givenName, familyName, staffRole: staffRoleCode } = input
    const changing = { actorId: actor.staffId, staffId: staff.id, version: input.version, at: now() }
    await writeStaff(tx, changing, { givenName, familyName, staffRoleCode }, (current) =>
      differencesOf(current, input),
    )
    const fields = differencesOf(staff, input).map(({ label }) => label.toLowerCase().replace(' ', '_'))
    await recordAccess(tx, { event: 'staff.changed', entityId: staff.id, detail: { fields } })
    return null
  })
}

function differencesOf(current: AdministeredStaff, input: Input) {
  return [
    { label: 'Given name', theirs: current.givenName, yours: input.givenName },
    { label: 'Family name', theirs: current.familyName, yours: input.familyName },
    {
      label: 'Staff role',
      theirs: STAFF_ROLES.label(current.staffRoleCode),
      yours: STAFF_ROLES.label(input.staffRole),
    },
  ].filter(({ theirs, yours }) => theirs !== yours)
}
