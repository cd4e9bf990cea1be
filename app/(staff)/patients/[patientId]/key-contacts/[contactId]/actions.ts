'use server'

import { formAction } from '@/lib/accounts/form-action'
import { changeKeyContact } from '@/lib/care-teams/change-key-contact'
import { changeKeyContactSchema } from '@/lib/care-teams/key-contact-schema'
import { routes } from '@/lib/platform/routes'

export const changeKeyContactAction = formAction(
  'key-contact.change',
  changeKeyContactSchema,
  async (actor, input) => {
    await changeKeyContact(actor, input)
    return `${routes.keyContacts(input.patientId)}?done=key-contact-changed`
  },
)
