'use server'

import { revalidatePath } from 'next/cache'
import { formAction } from '@/lib/accounts/form-action'
import { saveDraft } from '@/lib/needs-assessments/save-draft'
import { recordingFormSchema } from '@/lib/needs-assessments/schema'
import { formatTimeForStaff } from '@/lib/nhs/instant'
import { now } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** Saves while somebody types, on "come back later" and on the way to the check. */
export const saveDraftAction = formAction(
  'needs-assessment.save-draft',
  recordingFormSchema,
  async (actor, { intent, draft }) => {
    const { version, problems } = await saveDraft(actor, draft)
    if (intent === 'later') return `${routes.needsAssessments(draft.patientId)}?done=saved`
    if (intent === 'check' && problems.length === 0) {
      // Going back in the browser must show what was saved, not the page as it was first drawn.
      revalidatePath(routes.recordNeedsAssessment(draft.patientId))
      return routes.checkNeedsAssessment(draft.patientId)
    }
    return {
      errors: problems,
      values: { version: String(version), savedAt: formatTimeForStaff(now()) },
    }
  },
)
