'use server'

import { formAction } from '@/lib/accounts/form-action'
import { recordDecline } from '@/lib/cancer-care-reviews/record-decline'
import { recordDeclineSchema } from '@/lib/cancer-care-reviews/schema'
import { whereNext } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'

export const recordDeclineAction = formAction(
  'cancer-care-review.decline',
  recordDeclineSchema,
  async (actor, { returnTo, ...decline }) => {
    await recordDecline(actor, decline)
    return whereNext(returnTo, routes.reviewHistory(decline.patientId, decline.diagnosisId), 'declined')
  },
)
