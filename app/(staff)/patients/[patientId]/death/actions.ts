'use server'

import { formAction } from '@/lib/accounts/form-action'
import { correctDeath } from '@/lib/patients/correct-death'
import { recordDeath } from '@/lib/patients/record-death'
import { correctDeathSchema, recordDeathSchema } from '@/lib/patients/schema'
import { routes } from '@/lib/platform/routes'

export const recordDeathAction = formAction(
  'patient.record-death',
  recordDeathSchema,
  async (actor, input) => {
    await recordDeath(actor, input)
    return `${routes.patient(input.patientId)}?done=death-recorded`
  },
)

export const correctDeathAction = formAction(
  'patient.correct-death',
  correctDeathSchema,
  async (actor, input) => {
    await correctDeath(actor, input)
    return `${routes.patient(input.patientId)}?done=death-corrected`
  },
)
