'use server'

import { formAction } from '@/lib/accounts/form-action'
import { routes } from '@/lib/platform/routes'
import { recordContact } from '@/lib/re-access/record-contact'
import { recordContactSchema } from '@/lib/re-access/schema'

export const recordContactAction = formAction('contact.record', recordContactSchema, async (actor, input) => {
  const { contactId } = await recordContact(actor, input)
  return `${routes.contact(input.patientId, contactId)}?done=recorded`
})
