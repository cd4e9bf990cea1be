'use server'

import { formAction } from '@/lib/accounts/form-action'
import { endTreatmentPhase } from '@/lib/diagnoses/end-treatment-phase'
import { endTreatmentPhaseSchema } from '@/lib/diagnoses/schema'
import { routes } from '@/lib/platform/routes'

export const endTreatmentPhaseAction = formAction(
  'treatment-phase.end',
  endTreatmentPhaseSchema,
  async (actor, input) => {
    await endTreatmentPhase(actor, input)
    return `${routes.patient(input.patientId)}?done=treatment-phase-ended`
  },
)
