import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import type { PracticeRequestEventKind, TaskKind } from '@/lib/platform/prisma-client/enums'

/** What a request is now is what was last said of it. */
export type RequestState = PracticeRequestEventKind

/** What the practice declines needs somebody else within a week: our own standard, with no national one. */
const DAYS_TO_SETTLE = 7

/** The obligations that a request can leave. */
export const REQUEST_TASKS = [
  'answer_summary_request',
  'complete_summary_request',
  'await_practice_answer',
  'settle_declined_request',
] as const satisfies readonly TaskKind[]

/** A practice that said yes may find that it cannot; what it declined the hospital team does, or settles another way. */
const MAY_FOLLOW: Readonly<Record<RequestState, readonly RequestState[]>> = {
  asked: ['accepted', 'done', 'declined', 'withdrawn', 'ended'],
  accepted: ['done', 'declined', 'withdrawn', 'ended'],
  declined: ['done', 'withdrawn', 'ended'],
  done: [],
  withdrawn: [],
  ended: [],
}

/** Whether something may be said of a request in this state. */
export function mayFollow(state: RequestState, next: RequestState): boolean {
  return MAY_FOLLOW[state].includes(next)
}

/** What outweighs what: an answer is never lost to the order in which things were written down. */
const WEIGHT = ['ended', 'withdrawn', 'done', 'declined', 'accepted'] as const

/** The state of a request from all that was said of it. Asked again in other words, it stays what it was. */
export function requestStateOf(kinds: readonly PracticeRequestEventKind[]): RequestState {
  return WEIGHT.find((kind) => kinds.includes(kind)) ?? 'asked'
}

/** Nothing more is owed for it. */
export function isSettled(state: RequestState): boolean {
  return MAY_FOLLOW[state].length === 0
}

/**
 * Whether a signed summary that holds this request asks it anew: it was taken back, or ended without an answer. What was
 * done, or declined and then settled, has its answer.
 */
export function isAskedAnew(kinds: readonly PracticeRequestEventKind[]): boolean {
  const state = requestStateOf(kinds)
  return state === 'withdrawn' || (state === 'ended' && !kinds.includes('declined'))
}

/** When things are due for a request. `noticedOn`: the working day on which the silence of a practice is looked at. */
export type RequestDates = { dueOn: CalendarDate; answerDueOn: CalendarDate; noticedOn: CalendarDate }

export type Owed = { by: 'practice' | 'team'; kind: (typeof REQUEST_TASKS)[number]; dueOn: CalendarDate }

/**
 * Who owes what by when, the owner of the request first; nothing for one that is settled. While the practice owes its
 * answer, the hospital team owes a question the day after: silence comes up on its worklist by itself.
 *
 * @param since the day on which the request came into this state
 */
export function owedFor(state: RequestState, dates: RequestDates, since: CalendarDate): Owed[] {
  switch (state) {
    case 'asked':
      return [
        { by: 'practice', kind: 'answer_summary_request', dueOn: dates.answerDueOn },
        { by: 'team', kind: 'await_practice_answer', dueOn: dates.noticedOn },
      ]
    case 'accepted':
      return [{ by: 'practice', kind: 'complete_summary_request', dueOn: dates.dueOn }]
    case 'declined':
      return [{ by: 'team', kind: 'settle_declined_request', dueOn: addDays(since, DAYS_TO_SETTLE) }]
    default:
      return []
  }
}

const REFUSALS: Readonly<Record<RequestState, string>> = {
  asked: 'This has not been answered yet',
  accepted:
    'Your practice has accepted this already. Say when it is done, or that it cannot be done after all',
  done: 'This has been answered already: it is done',
  declined: 'This has been answered already: your practice said that it cannot do it',
  withdrawn: 'The hospital team has withdrawn this request. Nothing needs doing',
  ended: 'This request has ended. Nothing needs doing',
}

/** Why a practice may not give this answer, in words for it; null if it may. */
export function answerFault(state: RequestState, answer: RequestState): string | null {
  return mayFollow(state, answer) && state !== 'declined' ? null : REFUSALS[state]
}
