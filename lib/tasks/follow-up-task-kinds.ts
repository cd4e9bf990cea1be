import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { routes } from '@/lib/platform/routes'
import { isAnswered, MOVES_ALONE, type TaskDeclaration } from './task-declaration'

/** What a pathway owes is worked out from its facts; whoever changes a fact has it worked out anew. */
const WORKED_OUT_BY = ['reconsider-pathway']

const onItsTest = {
  worker: 'hospital',
  openedBy: WORKED_OUT_BY,
  metBy: WORKED_OUT_BY,
  page: ({ patientId, subjectId }) => routes.surveillanceTest(patientId, subjectId),
  ...MOVES_ALONE,
} as const satisfies Partial<TaskDeclaration>

const onItsPathway = {
  ...onItsTest,
  page: ({ patientId }) => routes.followUp(patientId),
} as const satisfies Partial<TaskDeclaration>

const SETTLE_OPENLY =
  'Nobody else would notice that this test is missing. Open it and say that it was done, or that it is not needed and why'

/** Of follow-up after treatment: each person on a pathway has one open, and each test that is due exactly one. */
export const FOLLOW_UP_TASK_KINDS = {
  decide_follow_up: {
    act: 'Decide how the person is followed up',
    worker: 'hospital',
    openedBy: ['owe-decision'],
    metBy: ['decide-follow-up'],
    page: ({ patientId, subjectId }) => routes.decideFollowUp(patientId, subjectId),
    ...MOVES_ALONE,
    ...isAnswered(
      'Without a decision nobody follows this person up. Open it and decide; handing over to the practice is a decision too',
    ),
  },
  request_surveillance_test: { ...onItsTest, act: 'Ask for a follow-up test', ...isAnswered(SETTLE_OPENLY) },
  find_missed_test: { ...onItsTest, act: 'See that a follow-up test was done', ...isAnswered(SETTLE_OPENLY) },
  chase_test_result: {
    ...onItsTest,
    act: 'Find the result of a follow-up test',
    ...isAnswered(
      'The test was done and its result has not come. Open it and say that it is not needed, and why, if nobody is to look for it',
    ),
  },
  review_result: {
    ...onItsTest,
    act: 'Review a result',
    openedBy: ['file-result', 'receive-results', 'settle-unmatched', ...WORKED_OUT_BY],
    metBy: ['review-result', 'confirm-results', ...WORKED_OUT_BY],
    page: ({ patientId, subjectId }) => routes.result(patientId, subjectId),
    ...isAnswered('Nobody has decided what this result means. Open it and record the decision'),
  },
  tell_result: {
    ...onItsTest,
    act: 'Tell the person a result and the next date',
    openedBy: ['review-result', 'confirm-results', 'choose-test', ...WORKED_OUT_BY],
    metBy: ['tell-result', 'tell-results', ...WORKED_OUT_BY],
    page: ({ patientId, subjectId }) => routes.tellResult(patientId, subjectId),
    ...isAnswered('The person is waiting to hear. Open it and record how they were told'),
  },
  see_after_recall: {
    ...onItsPathway,
    act: 'See the person who was called back to clinic',
    ...isAnswered(
      'The person was called back. Open follow-up and record that they were seen, or end the pathway',
    ),
  },
  review_suspended_pathway: {
    ...onItsPathway,
    act: 'Decide whether follow-up goes on',
    ...isAnswered(
      'While follow-up is suspended no tests are asked for. Open it and start it again, or end it and why',
    ),
  },
  review_follow_up: {
    ...onItsPathway,
    act: 'End follow-up, or decide how it goes on',
    ...isAnswered('No test is due any more. Open follow-up and end it, or decide on another pathway'),
  },
} satisfies Partial<Record<TaskKind, TaskDeclaration>>
