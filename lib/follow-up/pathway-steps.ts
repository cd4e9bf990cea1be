import type { PathwayEnd } from '@/lib/platform/prisma-client/enums'
import { PathwayEventKind } from '@/lib/platform/prisma-client/enums'
import type { PathwayState } from './follow-up-view'

export type PathwayStep = PathwayEventKind

const STEPS: Readonly<Record<PathwayState, readonly PathwayStep[]>> = {
  live: ['recalled', 'suspended', 'transferred', 'ended'],
  suspended: ['reactivated', 'recalled', 'transferred', 'ended'],
  recalled: ['seen_after_recall', 'suspended', 'transferred', 'ended'],
  ended: [],
}

/** What a clinician can do with a pathway as it stands. Somebody called back stays so until seen, suspended or not. */
export function stepsFrom(state: PathwayState, isSuspended: boolean): readonly PathwayStep[] {
  if (state !== 'recalled' || !isSuspended) return STEPS[state]
  return ['seen_after_recall', 'reactivated', 'transferred', 'ended']
}

/** The step that an address names; null for what it made up. */
export function pathwayStepNamed(name: string): PathwayStep | null {
  return Object.values(PathwayEventKind).find((kind) => kind === name) ?? null
}

/** Another pathway ends the one before by itself: nobody says so. */
export const ENDS_TO_CHOOSE = [
  'completed',
  'discharged',
  'recurrence',
  'moved_away',
  'person_declined',
  'recorded_in_error',
] as const satisfies readonly PathwayEnd[]

/** With these the hospital lets go, so the practice is told in a letter. */
export function needsLetter(end: PathwayEnd): boolean {
  return end === 'completed' || end === 'discharged'
}
