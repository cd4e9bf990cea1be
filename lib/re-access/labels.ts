import type {
  ContactCaller,
  ContactChannel,
  ContactEventKind,
  ContactOutcome,
  ContactReason,
  ContactUrgency,
} from '@/lib/platform/prisma-client/enums'
import type { ContactState } from './rules'
import type { FlagAnswer } from './urgency'

export const CALLER_LABELS: Readonly<Record<ContactCaller, string>> = {
  patient: 'The person themselves',
  carer: 'A carer or relative',
  practice: 'Their practice',
  someone_else: 'Somebody else',
}

export const CHANNEL_LABELS: Readonly<Record<ContactChannel, string>> = {
  telephone: 'Telephone',
  letter: 'Letter',
  in_person: 'In person',
  email: 'Email',
  link: 'Their link to this service',
}

export const REASON_LABELS: Readonly<Record<ContactReason, string>> = {
  symptom: 'New or worse symptom',
  side_effect: 'Side effect of treatment',
  worry_of_return: 'Worry that the cancer is back',
  result: 'Test or result',
  appointment: 'Appointment',
  medicine: 'Medicine or dressing',
  feelings: 'Feelings',
  practical: 'Money, work or travel',
  something_else: 'Something else',
}

/** How urgent, in words and the colour of the tag. Red is kept for what is late. */
export const URGENCY_LABELS: Readonly<
  Record<ContactUrgency, { label: string; colour: 'orange' | 'yellow' | 'grey' }>
> = {
  emergency: { label: 'Emergency', colour: 'orange' },
  same_day: { label: 'Same day', colour: 'yellow' },
  standard: { label: 'Not urgent', colour: 'grey' },
}

export const CONTACT_STATE_LABELS: Readonly<
  Record<ContactState, { label: string; colour: 'blue' | 'purple' | 'green' | 'grey' }>
> = {
  waiting: { label: 'Waiting for an answer', colour: 'blue' },
  appointment: { label: 'To be seen', colour: 'purple' },
  settled: { label: 'Answered', colour: 'green' },
  ended: { label: 'Ended', colour: 'grey' },
}

export const OUTCOME_LABELS: Readonly<Record<ContactOutcome, string>> = {
  advice_only: 'Advice only',
  appointment: 'Appointment within 14 days',
  back_to_pathway: 'Back to the follow-up pathway',
  tests_asked: 'Tests asked for',
  sent_to_emergency: 'Sent to A&E or 999',
  other_service: 'Another service',
}

/** What was said of a contact, in its story. */
export const CONTACT_FACT_WORDS: Readonly<Record<ContactEventKind, string>> = {
  called_back: 'Spoken to',
  not_reached: 'Not reached',
  handed_to: 'Handed over',
  escalated: 'A clinician was asked',
  decided: 'Decided',
  moved: 'Appointment moved',
  seen: 'Seen',
  ended: 'Ended',
}

export const FLAG_ANSWER_LABELS: Readonly<Record<FlagAnswer, string>> = {
  yes: 'Yes',
  no: 'No',
  not_asked: 'Not asked',
}

/** What was just done, as the next page says it. */
export const CONTACT_DONE_WORDS: Readonly<Record<string, string>> = {
  recorded: 'The contact has been recorded',
  answered: 'What happened next has been recorded',
  seen: 'The appointment has been recorded',
}
