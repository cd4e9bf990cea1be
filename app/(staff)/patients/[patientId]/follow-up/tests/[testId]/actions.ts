'use server'

import { formAction } from '@/lib/accounts/form-action'
import { recordTestStep } from '@/lib/follow-up/record-test-step'
import { recordTestStepFormSchema } from '@/lib/follow-up/test-step-form'
import { whereNext } from '@/lib/care-plans/where-next'
import { routes } from '@/lib/platform/routes'

export const recordTestStepAction = formAction(
  'surveillance-test.record',
  recordTestStepFormSchema,
  async (actor, input) => {
    await recordTestStep(actor, input)
    return whereNext(input.returnTo, routes.surveillanceTest(input.patientId, input.testId), input.step)
  },
)
