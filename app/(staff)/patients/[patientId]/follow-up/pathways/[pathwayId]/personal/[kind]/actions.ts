'use server'

import { formAction } from '@/lib/accounts/form-action'
import { changeForPerson } from '@/lib/follow-up/change-for-person'
import { changeForPersonSchema } from '@/lib/follow-up/personal-change-schema'
import { routes } from '@/lib/platform/routes'

export const changeForPersonAction = formAction(
  'follow-up.change-for-person',
  changeForPersonSchema,
  async (actor, input) => {
    await changeForPerson(actor, input)
    return `${routes.followUp(input.patientId)}?done=changed_for_person`
  },
)
