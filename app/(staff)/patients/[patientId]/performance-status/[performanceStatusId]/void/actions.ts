'use server'

import { formAction } from '@/lib/accounts/form-action'
import { voidPerformanceStatusSchema } from '@/lib/diagnoses/schema'
import { voidPerformanceStatus } from '@/lib/diagnoses/void-performance-status'
import { routes } from '@/lib/platform/routes'

export const voidPerformanceStatusAction = formAction(
  'performance-status.void',
  voidPerformanceStatusSchema,
  async (actor, input) => {
    await voidPerformanceStatus(actor, input)
    return `${routes.patient(input.patientId)}?done=performance-status-voided`
  },
)
