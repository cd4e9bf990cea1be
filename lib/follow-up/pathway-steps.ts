import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { FieldError } from '@/lib/platform/form-state'
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
function needsLetter(end: PathwayEnd): boolean {
  return end === 'completed' || end === 'discharged'
}

/** What somebody typed of a step, as far as it can be read. */
type Typed = {
  step?: PathwayStep
  on?: CalendarDate
  byOn?: CalendarDate | null
  end?: PathwayEnd | ''
  letter?: string | null
}

/** Fewer characters tell a practice nothing. */
const SHORTEST_LETTER = 3

/** What the step needs and the form lacks. A field that could not be read has a fault of its own. */
export function stepFaults(typed: Typed): FieldError[] {
  const fault = typed.step === 'suspended' ? dayFault(typed) : typed.step === 'ended' ? endFault(typed) : null
  return fault ? [fault] : []
}

function dayFault({ on, byOn }: Typed): FieldError | null {
  if (byOn === null) return { field: 'byOn', message: 'Enter when to decide whether follow-up goes on' }
  if (!byOn || !on || byOn >= on) return null
  return { field: 'byOn', message: 'Day to decide must not be before the suspension' }
}

function endFault({ end, letter }: Typed): FieldError | null {
  if (end === '') return { field: 'end', message: 'Select why follow-up ends' }
  const isMissing = end && needsLetter(end) && (letter?.trim().length ?? 0) < SHORTEST_LETTER
  return isMissing ? { field: 'letter', message: 'Enter what the practice is told' } : null
}
