import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import type { TestState } from './due-tests'
import type { Obligation } from './obligations'

/** The task that an obligation becomes. Silence is a task from the start: the next test and the result have theirs already. */
export const TASK_OF: Readonly<Record<Obligation['kind'], TaskKind>> = {
  plan_test: 'request_surveillance_test',
  request_test: 'request_surveillance_test',
  await_test: 'find_missed_test',
  chase_test: 'find_missed_test',
  await_result: 'chase_test_result',
  chase_result: 'chase_test_result',
  review_result: 'review_result',
  tell_person: 'tell_result',
  review_suspension: 'review_suspended_pathway',
  end_follow_up: 'review_follow_up',
}

const IN_ORDER = [
  'request_surveillance_test',
  'find_missed_test',
  'chase_test_result',
  'review_result',
  'tell_result',
] as const satisfies readonly TaskKind[]

const STEPS: Partial<Record<TestState, number>> = {
  requested: 1,
  done: 2,
  resulted: 3,
  reviewed: 4,
  told: 5,
  settled: 3,
}

/** Which tasks about a test in this state were met: every one before it. One that is not needed was looked into, too. */
export function metBy(state: TestState): readonly TaskKind[] {
  return IN_ORDER.slice(0, STEPS[state] ?? 0)
}

/** Every task that follow-up can leave. */
export const FOLLOW_UP_TASKS = [
  'decide_follow_up',
  ...IN_ORDER,
  'see_after_recall',
  'review_suspended_pathway',
  'review_follow_up',
] as const satisfies readonly TaskKind[]
