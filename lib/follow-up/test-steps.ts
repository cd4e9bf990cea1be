import type { SurveillanceTestEventKind } from '@/lib/platform/prisma-client/enums'
import type { TestState } from './due-tests'

/** What can be said of a test by hand: results and their review say the rest. */
export type TestStep = SurveillanceTestEventKind

const STEPS: Partial<Record<TestState, readonly TestStep[]>> = {
  not_yet: ['requested', 'done', 'not_needed'],
  due: ['requested', 'done', 'not_needed'],
  requested: ['done', 'not_attended', 'not_needed'],
  done: ['not_needed'],
  reviewed: ['told'],
}

/** What may be said next of a test in this state. */
export function stepsAfter(state: TestState): readonly TestStep[] {
  return STEPS[state] ?? []
}
