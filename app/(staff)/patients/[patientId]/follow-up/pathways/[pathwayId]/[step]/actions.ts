'use server'

import { formAction } from '@/lib/accounts/form-action'
import { changePathway } from '@/lib/follow-up/change-pathway'
import { changePathwaySchema } from '@/lib/follow-up/schema'
import { routes } from '@/lib/platform/routes'

export const changePathwayAction = formAction(
  'follow-up.change',
  changePathwaySchema,
  async (actor, input) => {
    await changePathway(actor, input)
    return `${routes.followUp(input.patientId)}?done=${input.step}`
  },
)
