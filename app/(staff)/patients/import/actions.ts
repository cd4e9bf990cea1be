'use server'

import { formAction } from '@/lib/accounts/form-action'
import { stagePatientImportSchema } from '@/lib/patients/schema'
import { stagePatientImport } from '@/lib/patients/stage-patient-import'
import { routes } from '@/lib/platform/routes'

export const stagePatientImportAction = formAction(
  'patient-import.stage',
  stagePatientImportSchema,
  async (actor, { teamId, file }) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { importId } = await stagePatientImport(actor, { teamId, fileName: file.name, bytes })
    return routes.patientImport(importId)
  },
)
