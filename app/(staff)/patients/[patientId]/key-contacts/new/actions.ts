'use server'

import { formAction } from '@/lib/accounts/form-action'
import { addKeyContact } from '@/lib/care-teams/add-key-contact'
import { addKeyContactSchema } from '@/lib/care-teams/key-contact-schema'
import { routes } from '@/lib/platform/routes'

export const addKeyContactAction = formAction(
  'key-contact.add',
  addKeyContactSchema,
  async (actor, input) => {
    await addKeyContact(actor, input)
    return `${routes.keyContacts(input.patientId)}?done=key-contact-added`
  },
)
