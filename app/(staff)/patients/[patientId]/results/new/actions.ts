'use server'

import { formAction } from '@/lib/accounts/form-action'
import { routes } from '@/lib/platform/routes'
import { fileResult } from '@/lib/results/file-result'
import { fileResultFormSchema } from '@/lib/results/file-result-form'
import { asCode } from '@/lib/results/schema'

export const fileResultAction = formAction('result.file', fileResultFormSchema, async (actor, input) => {
  const resultId = await fileResult(actor, asCode(input))
  return `${routes.result(input.patientId, resultId)}?done=filed`
})
