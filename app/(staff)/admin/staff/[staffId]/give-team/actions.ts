'use server'

import { formAction } from '@/lib/accounts/form-action'
import { giveTeam } from '@/lib/care-teams/give-team'
import { giveTeamSchema } from '@/lib/care-teams/schema'
import { routes } from '@/lib/platform/routes'

export const giveTeamAction = formAction('staff.give-team', giveTeamSchema, async (actor, input) => {
  await giveTeam(actor, input)
  return `${routes.staffMember(input.staffId)}?done=team-given`
})
