import type { PracticeRequestEventKind } from '@/lib/platform/prisma-client/enums'
import type { RequestState } from './rules'
import type { Settlement } from './schema'

/** The states of a request, with their words and the colours of the tag. */
export const REQUEST_STATE_LABELS: Readonly<
  Record<RequestState, { label: string; colour: 'blue' | 'grey' | 'green' | 'orange' | 'white' }>
> = {
  asked: { label: 'Waiting for an answer', colour: 'blue' },
  accepted: { label: 'Accepted, to be done', colour: 'blue' },
  done: { label: 'Done', colour: 'green' },
  declined: { label: 'Cannot be done by the practice', colour: 'orange' },
  withdrawn: { label: 'Withdrawn', colour: 'grey' },
  ended: { label: 'Ended', colour: 'grey' },
}

/** What was said of a request, in its history. */
export const REQUEST_FACT_WORDS: Readonly<Record<PracticeRequestEventKind, string>> = {
  asked: 'Asked',
  accepted: 'Accepted',
  done: 'Done',
  declined: 'Cannot be done by the practice',
  withdrawn: 'Withdrawn',
  ended: 'Ended',
}

/** What was done instead of what a practice could not do. */
export const SETTLEMENT_LABELS: Readonly<Record<Settlement, string>> = {
  done_here: 'Done by the hospital team',
  another_practice: 'Another practice or service was asked',
  not_needed: 'Not needed',
}

/** What was just done, as the next page says it. */
export const DONE_WORDS: Readonly<Record<string, string>> = {
  answered: 'Your practice’s answer has been sent to the hospital team',
  withdrawn: 'The request has been withdrawn',
  settled: 'What was done instead has been recorded',
}
