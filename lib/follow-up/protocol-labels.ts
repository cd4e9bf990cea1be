import type { ExitReason, Protocol, Stream } from './protocol'
import type { Confidence } from './protocol-in-words'
import type { PublicationState } from './publication'

export const PROTOCOL_STREAM_LABELS: Readonly<Record<Stream, string>> = {
  clinician_led: 'clinician-led',
  nurse_led: 'nurse-led',
  supported_self_management: 'supported self-management',
  discharge: 'discharge to the practice',
}

export const EXIT_LABELS: Readonly<Record<ExitReason, string>> = {
  recurrence: 'The cancer came back',
  new_cancer: 'Another cancer',
  declined: 'The person declines',
  unfit_for_treatment: 'No longer fit for treatment',
  transferred: 'Another trust takes over',
  moved_away: 'Moved away',
  died: 'Death',
}

export const LETTER_LABELS: Readonly<Record<Protocol['letters']['sent'][number], string>> = {
  welcome: 'welcome',
  test_due: 'a test is due',
  test_overdue: 'a test is overdue',
  result_in_range: 'a result in range',
  result_to_discuss: 'a result to discuss',
  copy_to_practice: 'copy to the practice',
  end_of_follow_up: 'end of follow-up',
}

/** How sure a value is, by what it rests on. */
export const CONFIDENCE_LABELS: Readonly<
  Record<Confidence, { label: string; colour: 'green' | 'yellow' | 'red' }>
> = {
  high: { label: 'High', colour: 'green' },
  medium: { label: 'Medium', colour: 'yellow' },
  low: { label: 'Low', colour: 'red' },
}

export const PUBLICATION_STATE_LABELS: Readonly<
  Record<PublicationState, { label: string; colour: 'green' | 'grey' | 'orange' }>
> = {
  published: { label: 'Published', colour: 'green' },
  withdrawn: { label: 'Withdrawn', colour: 'orange' },
  not_published: { label: 'Not published', colour: 'grey' },
}

/** What was just done, as the list says it. */
export const PUBLICATION_DONE_WORDS: Readonly<Record<string, string>> = {
  published: 'Published. Clinicians can choose it from now on. Nobody has been moved',
  withdrawn: 'Withdrawn. Nobody new can be put on it. Whoever is on it stays on it',
}
