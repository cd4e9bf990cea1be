import type { FieldError } from '@/lib/platform/form-state'
import type { SurveillanceTestEventKind, ToldBy } from '@/lib/platform/prisma-client/enums'
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

/** What somebody typed of a step, as far as it can be read. */
type TypedStep = { step?: TestStep; note?: string | null; toldBy?: ToldBy | '' }

/** Fewer characters explain nothing. */
export const SHORTEST_NOTE = 3

/** What the step needs and the form lacks. A field that could not be read has a fault of its own. */
export function testStepFaults({ step, note, toldBy }: TypedStep): FieldError[] {
  if (step === 'told' && toldBy === '')
    return [{ field: 'toldBy', message: 'Select how the person was told' }]
  if (step !== 'not_needed' || note === undefined) return []
  const isMissing = (note?.trim().length ?? 0) < SHORTEST_NOTE
  return isMissing ? [{ field: 'note', message: 'Enter why the test is not needed' }] : []
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

/** What has to be said with a step that takes back what was said before; null for any other. */
export function noteForTakingBack(state: TestState, step: TestStep): string | null {
  const isTakingBack =
    (state === 'done' && step === 'not_attended') || (state === 'settled' && step === 'requested')
  return isTakingBack ? 'Enter why it is otherwise than was recorded before' : null
}
