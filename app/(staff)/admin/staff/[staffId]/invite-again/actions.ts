'use server'

import { formAction } from '@/lib/accounts/form-action'
import { inviteAgain } from '@/lib/accounts/invite-staff'
import { staffIdSchema } from '@/lib/accounts/schema'
import { showInvitation } from '@/lib/accounts/shown-once'
import { routes } from '@/lib/platform/routes'

export const inviteAgainAction = formAction('staff.reinvite', staffIdSchema, async (actor, input) => {
  const invited = await inviteAgain(actor, input)
  await showInvitation(actor, invited)
  return `${routes.staffMember(invited.staffId)}?done=invited`
})
