'use server'

import { formAction } from '@/lib/accounts/form-action'
import { voidAssessmentSchema } from '@/lib/needs-assessments/schema'
import { voidAssessment } from '@/lib/needs-assessments/void-assessment'
import { routes } from '@/lib/platform/routes'

export const voidAssessmentAction = formAction(
  'needs-assessment.void',
  voidAssessmentSchema,
  async (actor, input) => {
    await voidAssessment(actor, input)
    return `${routes.needsAssessments(input.patientId)}?done=assessment-voided`
  },
)
