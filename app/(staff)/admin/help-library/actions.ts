'use server'

import { formAction } from '@/lib/accounts/form-action'
import { retireHelpEntry } from '@/lib/care-plans/retire-help-entry'
import { saveHelpEntry } from '@/lib/care-plans/save-help-entry'
import { retireHelpEntrySchema, saveHelpEntrySchema } from '@/lib/care-plans/schema'
import { onTheWay } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'

export const saveHelpEntryAction = formAction(
  'help-library.save',
  saveHelpEntrySchema,
  async (actor, input) => {
    await saveHelpEntry(actor, input)
    return onTheWay(routes.helpLibrary(), '', { concern: input.concernCode, done: 'saved' })
  },
)

export const retireHelpEntryAction = formAction(
  'help-library.retire',
  retireHelpEntrySchema,
  async (actor, input) => {
    await retireHelpEntry(actor, input)
    return onTheWay(routes.helpLibrary(), '', { done: 'retired' })
  },
)
