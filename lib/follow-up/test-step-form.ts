import { z } from 'zod'
import { withFaults } from '@/lib/platform/form-faults'
import { recordTestStepSchema } from './schema'
import { testStepFaults } from './test-steps'

const { on, note, ...before } = recordTestStepSchema.shape

/** The form of a step, in the order of the page. */
export const recordTestStepFormSchema = withFaults(z.object({ ...before, on, note }), testStepFaults)
