'use server'

import { formAction } from '@/lib/accounts/form-action'
import { giveRole } from '@/lib/care-teams/give-role'
import { giveRoleSchema } from '@/lib/care-teams/schema'
import { routes } from '@/lib/platform/routes'

export const giveRoleAction = formAction('staff.give-role', giveRoleSchema, async (actor, input) => {
  await giveRole(actor, input)
  return `${routes.staffMember(input.staffId)}?done=role-given`
})
