import { daysBetween, type CalendarDate } from '@/lib/nhs/calendar-date'
import type { TaskClosure, TaskKind } from '@/lib/platform/prisma-client/enums'
import type { TaskStatus } from './status'
import type { DueChoice } from './worklist-filter'

/** Short names of the kinds, for filters. The act in words is in task-kinds.ts. */
export const KIND_LABELS: Readonly<Record<TaskKind, string>> = {
  offer_assessment: 'Offer an assessment',
  record_assessment: 'Record an assessment',
  agree_care_plan: 'Agree a care plan',
  complete_action: 'Finish an action',
  review_care_plan: 'Review a care plan',
  read_shared_plan: 'Read a shared plan',
  answer_practice_request: 'Answer a request',
  reassign_declined_action: 'Find another way for an action',
  find_practice: 'Find the practice',
  receive_referral: 'Answer a referral',
  replace_declined_referral: 'Replace a declined referral',
  prepare_treatment_summary: 'Write a treatment summary',
  send_treatment_summary: 'Send a treatment summary',
  read_treatment_summary: 'Read a treatment summary',
  answer_summary_request: 'Answer a request of a summary',
  complete_summary_request: 'Do what a summary asks',
  await_practice_answer: 'Chase a practice',
  settle_declined_request: 'Find another way for a request',
  answer_contact: 'Answer a contact',
  escalate_contact: 'Look at a late contact',
  see_after_contact: 'See somebody who got in touch',
  decide_follow_up: 'Decide on follow-up',
  request_surveillance_test: 'Ask for a test',
  find_missed_test: 'See that a test was done',
  chase_test_result: 'Find a result',
  review_result: 'Review a result',
  tell_result: 'Tell a result',
  see_after_recall: 'See after a recall',
  review_suspended_pathway: 'Review suspended follow-up',
  review_follow_up: 'End or go on with follow-up',
  post_letter: 'Post a letter',
  settle_message: 'Find another way for a message',
  read_letter: 'Read a letter',
  hold_first_review: 'First cancer care review',
  hold_second_review: 'Second cancer care review',
  hold_agreed_review: 'Hold an agreed review',
  complete_review_action: 'Do what a review agreed',
  answer_review_action: 'Do what a review asks',
  settle_review_action: 'Find another way for a review’s action',
}

/** How a task ended. */
export const CLOSURE_LABELS: Readonly<Record<TaskClosure, string>> = {
  met: 'Done',
  with_reason: 'Closed without doing',
  died: 'Closed: the person died',
  care_ended: 'Closed: the team’s care ended',
  superseded: 'No longer owed as it was',
}

export const DUE_LABELS: Readonly<Record<DueChoice, string>> = {
  overdue: 'Overdue',
  week: 'Due in the next 7 days',
  later: 'Later',
}

/** A task due within so many days is "due soon". */
const SOON_DAYS = 7

/** How urgent an open task is, by its due date. */
export function statusOfOpenTask(dueOn: CalendarDate, today: CalendarDate): TaskStatus {
  const days = daysBetween(today, dueOn)
  if (days < 0) return 'overdue'
  return days < SOON_DAYS ? 'due_soon' : 'not_yet_started'
}
