'use server'

import { formAction } from '@/lib/accounts/form-action'
import { discardDraft } from '@/lib/needs-assessments/discard-draft'
import { discardDraftSchema, voidOfferSchema } from '@/lib/needs-assessments/schema'
import { voidOffer } from '@/lib/needs-assessments/void-offer'
import { routes } from '@/lib/platform/routes'

export const discardDraftAction = formAction(
  'needs-assessment.discard-draft',
  discardDraftSchema,
  async (actor, input) => {
    await discardDraft(actor, input)
    return `${routes.needsAssessments(input.patientId)}?done=discarded`
  },
)

export const voidOfferAction = formAction(
  'needs-assessment.void-offer',
  voidOfferSchema,
  async (actor, input) => {
    await voidOffer(actor, input)
    return `${routes.needsAssessments(input.patientId)}?done=voided`
  },
)
