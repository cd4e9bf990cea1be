'use server'

import { enableStaff } from '@/lib/accounts/enable-staff'
import { formAction } from '@/lib/accounts/form-action'
import { staffVersionSchema } from '@/lib/accounts/schema'
import { confirmRole } from '@/lib/care-teams/confirm-role'
import { endRole } from '@/lib/care-teams/end-role'
import { endTeam } from '@/lib/care-teams/end-team'
import { endTeamSchema, heldRoleSchema } from '@/lib/care-teams/schema'
import { routes } from '@/lib/platform/routes'

export const enableStaffAction = formAction('staff.enable', staffVersionSchema, async (actor, input) => {
  await enableStaff(actor, input)
  return `${routes.staffMember(input.staffId)}?done=enabled`
})

export const endTeamAction = formAction('staff.end-team', endTeamSchema, async (actor, input) => {
  const { releasedTasks } = await endTeam(actor, input)
  return `${routes.staffMember(input.staffId)}?done=team-ended&tasks=${releasedTasks}`
})

export const confirmRoleAction = formAction('staff.confirm-role', heldRoleSchema, async (actor, input) => {
  await confirmRole(actor, input)
  return `${routes.staffMember(input.staffId)}?done=role-confirmed`
})

export const endRoleAction = formAction('staff.end-role', heldRoleSchema, async (actor, input) => {
  await endRole(actor, input)
  return input.staffId === actor.staffId
    ? routes.home()
    : `${routes.staffMember(input.staffId)}?done=role-ended`
})
