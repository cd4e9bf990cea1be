import type { ReviewChannel, ReviewFactKind } from '@/lib/platform/prisma-client/enums'
import type { ReviewChoice } from './due-review-filter'
import type { WindowName } from './review-course'
import type { ReviewExcuse } from './review-excuses'

/** Why no review is owed. */
export const EXCUSE_LABELS: Readonly<Record<ReviewExcuse, string>> = {
  died: 'Has died',
  no_practice: 'Registered with no practice',
  palliative_care: 'Under palliative care',
  unsuitable: 'A review is not suitable',
  declined: 'Declined',
  no_answer: 'No answer to two invitations',
  long_ago: 'Diagnosed too long ago',
  recorded_late: 'The diagnosis was recorded too late',
  registered_late: 'Registered too late',
}

/** How somebody was invited. */
export const REVIEW_CHANNEL_LABELS: Readonly<Record<ReviewChannel, string>> = {
  letter: 'Letter',
  text_message: 'Text message',
  telephone: 'Telephone',
  in_person: 'In person',
}

/** What happened, in the list of what happened. */
export const REVIEW_FACT_LABELS: Readonly<Record<ReviewFactKind, string>> = {
  invited: 'Invited',
  declined: 'Declined',
  unsuitable: 'Review not suitable',
  palliative_care: 'Under palliative care',
}

/** Which of the two reviews. */
export const WINDOW_LABELS: Readonly<Record<WindowName, string>> = {
  first: 'First review',
  second: 'Second review',
}

/** What the list can show. */
export const REVIEW_CHOICE_LABELS: Readonly<Record<ReviewChoice, string>> = {
  now: 'To hold now',
  overdue: 'Overdue',
  due: 'Due',
  not_yet: 'Not yet open',
  excused: 'Not needed, with the reason',
}

/** What a page says was just recorded. */
export const DONE_WORDS: Readonly<Record<string, string>> = {
  invited: 'The invitation has been recorded',
  declined: 'It has been recorded that the person declined',
  excused: 'It has been recorded that no review is needed',
  voided: 'Marked as recorded in error',
}

/** What follows from each exception. */
export const EXCEPTION_HINTS = {
  palliative_care: 'For all diagnoses of the person: palliative care has reviews of its own',
  unsuitable: 'For this diagnosis: a clinician judged that a review would not help or would do harm',
} as const
