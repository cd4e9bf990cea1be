import type { SurveillanceTestEventKind } from '@/lib/platform/prisma-client/enums'
import type { TestState } from './due-tests'

/** What can be said of a test by hand: results and their review say the rest. */
export type TestStep = SurveillanceTestEventKind

const STEPS: Partial<Record<TestState, readonly TestStep[]>> = {
  not_yet: ['requested', 'done', 'not_needed'],
  due: ['requested', 'done', 'not_needed'],
  requested: ['done', 'not_attended', 'not_needed'],
  done: ['not_attended', 'not_needed'],
  reviewed: ['told'],
  settled: ['requested'],
}

/** Where a test stands, as far as what may be said of it depends on it. */
type Standing = {
  state: TestState
  /** Part of its results has come: then it was done. */
  hasResults: boolean
  /** Its pathway has ended: no more tests are asked for. */
  isEnded: boolean
}

/** What may be said next of a test. */
export function stepsAfter({ state, hasResults, isEnded }: Standing): readonly TestStep[] {
  return (STEPS[state] ?? []).filter(
    (step) => !(step === 'not_attended' && hasResults) && !(step === 'requested' && isEnded),
  )
}

/** What has to be said with a step; null where it needs no note. What takes back what was said before needs one. */
export function noteFor(state: TestState, step: TestStep): string | null {
  if (step === 'not_needed') return 'Enter why the test is not needed'
  const isTakingBack =
    (state === 'done' && step === 'not_attended') || (state === 'settled' && step === 'requested')
  return isTakingBack ? 'Enter why it is otherwise than was recorded before' : null
}
