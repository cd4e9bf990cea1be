'use server'

import { disableStaff } from '@/lib/accounts/disable-staff'
import { formAction } from '@/lib/accounts/form-action'
import { staffVersionSchema } from '@/lib/accounts/schema'
import { routes } from '@/lib/platform/routes'

export const disableStaffAction = formAction('staff.disable', staffVersionSchema, async (actor, input) => {
  const { releasedTasks } = await disableStaff(actor, input)
  return `${routes.staffMember(input.staffId)}?done=disabled&tasks=${releasedTasks}`
})
