'use server'

import { changeStaff } from '@/lib/accounts/change-staff'
import { formAction } from '@/lib/accounts/form-action'
import { changeStaffSchema } from '@/lib/accounts/schema'
import { routes } from '@/lib/platform/routes'

export const changeStaffAction = formAction('staff.change', changeStaffSchema, async (actor, input) => {
  await changeStaff(actor, input)
  return `${routes.staffMember(input.staffId)}?done=changed`
})
