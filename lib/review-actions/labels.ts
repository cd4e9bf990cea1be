import type { ReviewActionEventKind } from '@/lib/platform/prisma-client/enums'
import type { ReviewActionAnswer, ReviewActionState } from './rules'

/** The states of an action, with their words and the colours of the tag. */
export const REVIEW_ACTION_STATES: Readonly<
  Record<ReviewActionState, { label: string; colour: 'blue' | 'grey' | 'green' | 'orange' }>
> = {
  open: { label: 'To be done', colour: 'blue' },
  done: { label: 'Done', colour: 'green' },
  declined: { label: 'Cannot be done by the hospital team', colour: 'orange' },
  not_needed: { label: 'Not needed', colour: 'grey' },
  withdrawn: { label: 'Withdrawn', colour: 'grey' },
}

/** What was said of an action, in its history. */
export const REVIEW_ACTION_FACT_WORDS: Readonly<Record<ReviewActionEventKind, string>> = {
  postponed: 'Moved',
  handed_on: 'Handed on',
  done: 'Done',
  declined: 'Cannot be done by the hospital team',
  not_needed: 'Not needed',
  withdrawn: 'Withdrawn',
}

/** What somebody can say of an action. */
export const REVIEW_ACTION_ANSWERS: Readonly<Record<ReviewActionAnswer, string>> = {
  done: 'It is done',
  declined: 'Our team cannot do it',
  not_needed: 'It is not needed any more',
  postponed: 'It is to be done later',
}

/** What was just done, as the next page says it. */
export const DONE_WORDS: Readonly<Record<string, string>> = {
  answered: 'What became of it has been recorded',
}

/** Why nothing more can be said of an action, by its state. */
export const SETTLED_WORDS: Readonly<Record<ReviewActionState, string>> = {
  open: 'This is not for your team to say. Open the page again',
  done: 'This is recorded as done already',
  declined: 'The hospital team has said already that it cannot do this. Say what was done instead',
  not_needed: 'The practice has said that this is not needed any more',
  withdrawn: 'This is withdrawn: the review was recorded in error. Nothing needs doing',
}
