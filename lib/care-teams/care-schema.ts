import { z } from 'zod'
import { idField, requiredText } from '@/lib/platform/form-fields'

export const beginCareSchema = z.object({
  patientId: idField,
  teamId: z.uuid({ error: 'Select the team' }),
})

export const endCareSchema = z.object({
  patientId: idField,
  teamId: idField,
  reason: requiredText('Reason', 'Enter why the care of the team ends', 1000),
  /** A team to hand what is open to; `close`; empty where nothing is open. */
  openTasks: z
    .union([z.literal(['', 'close']), z.uuid()], { error: 'Select what becomes of what is open' })
    .default(''),
})
