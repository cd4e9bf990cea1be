'use server'

import { formAction } from '@/lib/accounts/form-action'
import { routes } from '@/lib/platform/routes'
import { fileUnmatchedSchema, setAsideSchema } from '@/lib/results/schema'
import { fileUnmatched, setAsideUnmatched } from '@/lib/results/settle-unmatched'

export const fileUnmatchedAction = formAction(
  'unmatched-result.file',
  fileUnmatchedSchema,
  async (actor, input) => {
    await fileUnmatched(actor, input)
    return `${routes.unmatchedResults()}?filed=${input.unmatchedId}`
  },
)

export const setAsideAction = formAction(
  'unmatched-result.set-aside',
  setAsideSchema,
  async (actor, input) => {
    await setAsideUnmatched(actor, input)
    return `${routes.unmatchedResults()}?done=set_aside`
  },
)
