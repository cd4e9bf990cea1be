'use server'

import { formAction } from '@/lib/accounts/form-action'
import { routes } from '@/lib/platform/routes'
import { chooseTest } from '@/lib/results/choose-test'
import { chooseTestSchema } from '@/lib/results/schema'

export const chooseTestAction = formAction('result.choose-test', chooseTestSchema, async (actor, input) => {
  await chooseTest(actor, input)
  return `${routes.result(input.patientId, input.resultId)}?done=test_chosen`
})
