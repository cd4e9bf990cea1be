'use server'

import { formAction } from '@/lib/accounts/form-action'
import { routes } from '@/lib/platform/routes'
import { applyResultFile } from '@/lib/results/apply-result-file'
import { discardResultFile } from '@/lib/results/discard-result-file'
import { resultFileSchema } from '@/lib/results/schema'

export const applyResultFileAction = formAction(
  'result-file.apply',
  resultFileSchema,
  async (actor, input) => {
    await applyResultFile(actor, input)
    return `${routes.resultFile(input.fileId)}?done=applied`
  },
)

export const discardResultFileAction = formAction(
  'result-file.discard',
  resultFileSchema,
  async (actor, input) => {
    await discardResultFile(actor, input)
    return `${routes.resultFiles()}?done=discarded`
  },
)
