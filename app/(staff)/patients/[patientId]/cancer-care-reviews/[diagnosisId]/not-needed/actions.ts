'use server'

import { formAction } from '@/lib/accounts/form-action'
import { recordException } from '@/lib/cancer-care-reviews/record-exception'
import { recordExceptionSchema } from '@/lib/cancer-care-reviews/schema'
import { whereNext } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'

export const recordExceptionAction = formAction(
  'cancer-care-review.excuse',
  recordExceptionSchema,
  async (actor, { returnTo, ...exception }) => {
    await recordException(actor, exception)
    return whereNext(returnTo, routes.reviewHistory(exception.patientId, exception.diagnosisId), 'excused')
  },
)
