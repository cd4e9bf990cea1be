'use server'

import { formAction } from '@/lib/accounts/form-action'
import { answerReferral } from '@/lib/care-teams/answer-referral'
import { answerReferralSchema } from '@/lib/care-teams/care-schema'
import { routes } from '@/lib/platform/routes'

/** A team that declined can open the record no more, so the worklist is where it goes on. */
export const answerReferralAction = formAction(
  'care-relationship.answer',
  answerReferralSchema,
  async (actor, input) => {
    await answerReferral(actor, input)
    return input.answer === 'accepted'
      ? `${routes.patient(input.patientId)}?done=referral-accepted`
      : `${routes.worklist()}?done=referral-declined`
  },
)
