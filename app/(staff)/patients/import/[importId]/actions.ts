'use server'

import { formAction } from '@/lib/accounts/form-action'
import { applyPatientImport } from '@/lib/patients/apply-patient-import'
import { discardPatientImport } from '@/lib/patients/discard-patient-import'
import { patientImportSchema } from '@/lib/patients/schema'
import { routes } from '@/lib/platform/routes'

export const applyPatientImportAction = formAction(
  'patient-import.apply',
  patientImportSchema,
  async (actor, input) => {
    await applyPatientImport(actor, input)
    return `${routes.patientImport(input.importId)}?done=applied`
  },
)

export const discardPatientImportAction = formAction(
  'patient-import.discard',
  patientImportSchema,
  async (actor, input) => {
    await discardPatientImport(actor, input)
    return `${routes.importPatients()}?done=discarded`
  },
)
