import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import type { ReviewActionEventKind, ReviewActionOwner, TaskKind } from '@/lib/platform/prisma-client/enums'

/** What an action is now, from all that was said of it. */
export type ReviewActionState = 'open' | 'done' | 'declined' | 'not_needed' | 'withdrawn'

/** What a hospital team declines needs another way within a week: our own standard, as for requests to practices. */
const DAYS_TO_SETTLE = 7

/** The obligations that an action can leave. */
export const REVIEW_ACTION_TASKS = [
  'complete_review_action',
  'answer_review_action',
  'settle_review_action',
] as const satisfies readonly TaskKind[]

/** What outweighs what, so that the state cannot depend on the order of writing. */
const WEIGHT = ['done', 'not_needed', 'withdrawn', 'declined'] as const

/** The state of an action from what was said of it. Moved to another day or team, it stays what it was. */
export function reviewActionStateOf(kinds: readonly ReviewActionEventKind[]): ReviewActionState {
  return WEIGHT.find((kind) => kinds.includes(kind)) ?? 'open'
}

/** Nothing more is owed for it. */
export function isSettled(state: ReviewActionState): boolean {
  return state !== 'open' && state !== 'declined'
}

/** By when an action settles that was declined on this day. */
export function settleBy(declinedOn: CalendarDate): CalendarDate {
  return addDays(declinedOn, DAYS_TO_SETTLE)
}

/** Who answers: the practice, or a hospital team that is asked. */
export type Answering = 'practice' | 'hospital'

export const ANSWERS = ['done', 'declined', 'not_needed', 'postponed'] as const
export type ReviewActionAnswer = (typeof ANSWERS)[number]

/**
 * What may be said of an action, by whom. A hospital team does what it is asked or cannot; whether it is needed, and
 * another day, is the practice's to say with the person, except that a hospital team may move its own task on its list.
 * What a hospital team still owes, the practice can take back.
 */
export function answersFor(
  state: ReviewActionState,
  owner: ReviewActionOwner,
  answering: Answering,
): ReviewActionAnswer[] {
  if (isSettled(state)) return []
  if (answering === 'hospital')
    return owner === 'hospital_team' && state === 'open' ? ['done', 'declined'] : []
  if (state === 'declined' || owner === 'hospital_team') return ['done', 'not_needed']
  return ['done', 'postponed', 'not_needed']
}

export type OwedForAction = { kind: (typeof REVIEW_ACTION_TASKS)[number]; by: Answering; dueOn: CalendarDate }

/**
 * Who owes what for an action by when; null for one that is settled. What the person does is theirs: the practice owes
 * the question how it went.
 *
 * @param since the day on which it came into this state
 */
export function owedForAction(
  state: ReviewActionState,
  { owner, dueOn }: { owner: ReviewActionOwner; dueOn: CalendarDate },
  since: CalendarDate,
): OwedForAction | null {
  if (isSettled(state)) return null
  if (state === 'declined') return { kind: 'settle_review_action', by: 'practice', dueOn: settleBy(since) }
  if (owner === 'hospital_team') return { kind: 'answer_review_action', by: 'hospital', dueOn }
  return { kind: 'complete_review_action', by: 'practice', dueOn }
}
