'use server'

import { formAction } from '@/lib/accounts/form-action'
import { beginTreatmentPhase } from '@/lib/diagnoses/begin-treatment-phase'
import { beginTreatmentPhaseSchema } from '@/lib/diagnoses/schema'
import { routes } from '@/lib/platform/routes'

export const beginTreatmentPhaseAction = formAction(
  'treatment-phase.begin',
  beginTreatmentPhaseSchema,
  async (actor, input) => {
    await beginTreatmentPhase(actor, input)
    return `${routes.patient(input.patientId)}?done=treatment-phase-begun`
  },
)
