'use server'

import { formAction } from '@/lib/accounts/form-action'
import { endKeyContact } from '@/lib/care-teams/end-key-contact'
import { endKeyContactSchema } from '@/lib/care-teams/key-contact-schema'
import { routes } from '@/lib/platform/routes'

export const endKeyContactAction = formAction(
  'key-contact.end',
  endKeyContactSchema,
  async (actor, input) => {
    await endKeyContact(actor, input)
    return `${routes.keyContacts(input.patientId)}?done=key-contact-ended`
  },
)
