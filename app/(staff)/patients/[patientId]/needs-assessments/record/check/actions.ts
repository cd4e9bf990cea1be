'use server'

import { formAction } from '@/lib/accounts/form-action'
import { fileAssessment } from '@/lib/needs-assessments/file-assessment'
import { fileAssessmentSchema } from '@/lib/needs-assessments/schema'
import { routes } from '@/lib/platform/routes'

export const fileAssessmentAction = formAction(
  'needs-assessment.file',
  fileAssessmentSchema,
  async (actor, input) => {
    const { assessmentId } = await fileAssessment(actor, input)
    return `${routes.needsAssessment(input.patientId, assessmentId)}?done=filed`
  },
)
