'use server'

import { formAction } from '@/lib/accounts/form-action'
import { whereNext } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'
import { answerContact } from '@/lib/re-access/answer-contact'
import { changeAppointment } from '@/lib/re-access/change-appointment'
import { answerContactSchema, changeAppointmentSchema } from '@/lib/re-access/schema'

export const answerContactAction = formAction('contact.answer', answerContactSchema, async (actor, input) => {
  await answerContact(actor, input)
  return whereNext(input.returnTo, routes.contact(input.patientId, input.contactId), 'answered')
})

export const changeAppointmentAction = formAction(
  'contact.change-appointment',
  changeAppointmentSchema,
  async (actor, input) => {
    await changeAppointment(actor, input)
    return whereNext(input.returnTo, routes.contact(input.patientId, input.contactId), 'seen')
  },
)
