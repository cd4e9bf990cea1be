'use server'

import { formAction } from '@/lib/accounts/form-action'
import { MOVE_PEOPLE, movePeople } from '@/lib/follow-up/move-people'
import { movePeopleSchema } from '@/lib/follow-up/publication-schema'
import { rehearsalAddress } from '@/lib/follow-up/rehearsal-address'

export const moveToVersionAction = formAction(MOVE_PEOPLE, movePeopleSchema, async (actor, input) => {
  await movePeople(actor, input)
  const place = { organisationId: input.organisationId, code: input.protocol }
  return rehearsalAddress(place, { result: actor.submission?.id ?? null })
})
