'use server'

import { formAction } from '@/lib/accounts/form-action'
import { offerAssessment } from '@/lib/needs-assessments/offer-assessment'
import { offerFormSchema } from '@/lib/needs-assessments/schema'
import { routes } from '@/lib/platform/routes'
import { returnAddress, withSaved } from '@/lib/tasks/return-to'

export const offerAssessmentAction = formAction(
  'needs-assessment.offer',
  offerFormSchema,
  async (actor, { returnTo, ...offer }) => {
    await offerAssessment(actor, offer)
    const list = `${routes.needsAssessments(offer.patientId)}?done=${offer.outcome}`
    const worklist = returnAddress(returnTo, '')
    return worklist ? withSaved(worklist, offer.patientId) : list
  },
)
