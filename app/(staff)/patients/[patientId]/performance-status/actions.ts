'use server'

import { formAction } from '@/lib/accounts/form-action'
import { recordPerformanceStatus } from '@/lib/diagnoses/record-performance-status'
import { recordPerformanceStatusSchema } from '@/lib/diagnoses/schema'
import { routes } from '@/lib/platform/routes'

export const recordPerformanceStatusAction = formAction(
  'performance-status.record',
  recordPerformanceStatusSchema,
  async (actor, input) => {
    await recordPerformanceStatus(actor, input)
    return `${routes.patient(input.patientId)}?done=performance-status-recorded`
  },
)
