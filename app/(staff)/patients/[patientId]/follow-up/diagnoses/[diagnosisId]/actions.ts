'use server'

import { formAction } from '@/lib/accounts/form-action'
import { whereNext } from '@/lib/care-plans/where-next'
import { checkDecision } from '@/lib/follow-up/check-decision'
import { decideFollowUp } from '@/lib/follow-up/decide-follow-up'
import { CHECKED } from '@/lib/follow-up/decision-stages'
import { previewInWords } from '@/lib/follow-up/labels'
import { decideFollowUpFormSchema } from '@/lib/follow-up/schema'
import { routes } from '@/lib/platform/routes'

export const decideFollowUpAction = formAction(
  'follow-up.decide',
  decideFollowUpFormSchema,
  async (actor, { stage, returnTo, ...input }) => {
    if (stage === 'write') return { errors: [] }
    if (stage === 'check') {
      const due = previewInWords(await checkDecision(actor, input))
      return { errors: [], values: { stage: CHECKED, due } }
    }
    await decideFollowUp(actor, input)
    return whereNext(returnTo, routes.followUp(input.patientId), 'decided')
  },
)
