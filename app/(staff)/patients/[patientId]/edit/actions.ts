'use server'

import { formAction } from '@/lib/accounts/form-action'
import { editContacts, editPatient } from '@/lib/patients/edit-patient'
import { editContactsSchema, editPatientSchema } from '@/lib/patients/schema'
import { routes } from '@/lib/platform/routes'

const addressOf = (patientId: string) => `${routes.patient(patientId)}?done=particulars-changed`

export const editPatientAction = formAction('patient.edit', editPatientSchema, async (actor, input) => {
  await editPatient(actor, input)
  return addressOf(input.patientId)
})

export const editContactsAction = formAction(
  'patient.edit-contacts',
  editContactsSchema,
  async (actor, input) => {
    await editContacts(actor, input)
    return addressOf(input.patientId)
  },
)
