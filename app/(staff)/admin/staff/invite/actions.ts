'use server'

import { formAction } from '@/lib/accounts/form-action'
import { inviteStaff } from '@/lib/accounts/invite-staff'
import { inviteStaffSchema } from '@/lib/accounts/schema'
import { showInvitation } from '@/lib/accounts/shown-once'
import { routes } from '@/lib/platform/routes'

export const inviteStaffAction = formAction('staff.invite', inviteStaffSchema, async (actor, input) => {
  const invited = await inviteStaff(actor, input)
  await showInvitation(actor, invited)
  return `${routes.staffMember(invited.staffId)}?done=invited`
})
