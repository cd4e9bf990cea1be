'use server'

import { formAction } from '@/lib/accounts/form-action'
import { recordInvitation } from '@/lib/cancer-care-reviews/record-invitation'
import { recordInvitationSchema } from '@/lib/cancer-care-reviews/schema'
import { whereNext } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'

export const recordInvitationAction = formAction(
  'cancer-care-review.invite',
  recordInvitationSchema,
  async (actor, { returnTo, ...invitation }) => {
    await recordInvitation(actor, invitation)
    const own = routes.reviewHistory(invitation.patientId, invitation.diagnosisId)
    return whereNext(returnTo, own, 'invited')
  },
)
