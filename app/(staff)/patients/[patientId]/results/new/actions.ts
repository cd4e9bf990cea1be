'use server'

import { formAction } from '@/lib/accounts/form-action'
import { routes } from '@/lib/platform/routes'
import { fileResult } from '@/lib/results/file-result'
import { fileResultSchema } from '@/lib/results/schema'

export const fileResultAction = formAction('result.file', fileResultSchema, async (actor, input) => {
  const resultId = await fileResult(actor, input)
  return `${routes.result(input.patientId, resultId)}?done=filed`
})
