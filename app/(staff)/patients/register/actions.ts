'use server'

import { formAction } from '@/lib/accounts/form-action'
import { registerPatient, type Registered } from '@/lib/patients/register-patient'
import { registerPatientSchema } from '@/lib/patients/schema'
import { routes } from '@/lib/platform/routes'

const DONE: Readonly<Record<Registered['outcome'], string>> = {
  created: 'patient-registered',
  joined: 'record-joined',
  known: 'already-in-care',
}

export const registerPatientAction = formAction(
  'patient.register',
  registerPatientSchema,
  async (actor, input) => {
    const { patientId, outcome } = await registerPatient(actor, input)
    return `${routes.patient(patientId)}?done=${DONE[outcome]}`
  },
)
