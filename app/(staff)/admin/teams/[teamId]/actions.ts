'use server'

import { formAction } from '@/lib/accounts/form-action'
import { changeStandards } from '@/lib/care-teams/change-standards'
import { changeStandardsSchema } from '@/lib/care-teams/schema'
import { routes } from '@/lib/platform/routes'

export const changeStandardsAction = formAction(
  'team.change-standards',
  changeStandardsSchema,
  async (actor, input) => {
    await changeStandards(actor, input)
    return `${routes.team(input.teamId)}?done=1`
  },
)
