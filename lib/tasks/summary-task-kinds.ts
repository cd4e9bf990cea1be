import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { routes } from '@/lib/platform/routes'
import { isAnswered, MOVES_ALONE, type TaskDeclaration } from './task-declaration'

/** A summary and what it asks follow the person to another practice, and back from a death recorded by mistake. */
const ASKED_ANEW_BY = ['change-registered-practice', 'apply-patient-import', 'correct-death']

const ANSWER_OPENLY =
  'The hospital team waits for this. Open it and say that it is done, or that your practice cannot do it and why'

const SET_BY_THE_HOSPITAL = {
  ...isAnswered(ANSWER_OPENLY),
  postponing: {
    means: 'refused',
    words:
      'The hospital team set this date. Ring the team to agree another, or open it and say that your practice cannot do it and why',
  },
  reassigning: 'stands_alone',
} as const satisfies Partial<TaskDeclaration>

/** Of treatment summaries, and of what they ask of practices. */
export const SUMMARY_TASK_KINDS = {
  prepare_treatment_summary: {
    act: 'Write and sign the treatment summary',
    worker: 'hospital',
    openedBy: [
      'record-treatment',
      'change-treatment',
      'end-treatment-phase',
      'change-diagnosis',
      'void-diagnosis',
      'draft-treatment-summary',
      'amend-treatment-summary',
    ],
    metBy: ['sign-treatment-summary'],
    page: ({ patientId }) => routes.treatmentSummaries(patientId),
    ...MOVES_ALONE,
    closing: {
      means: 'followed',
      words:
        'No summary is signed for this. What your team has written of it and not signed is discarded; what is signed stands. The record says so, with this reason.',
    },
  },
  send_treatment_summary: {
    act: 'Find a way to send the treatment summary',
    worker: 'hospital',
    openedBy: ['sign-treatment-summary', ...ASKED_ANEW_BY],
    metBy: ['send-treatment-summary', ...ASKED_ANEW_BY],
    page: ({ patientId, subjectId }) => routes.sendTreatmentSummary(patientId, subjectId),
    ...MOVES_ALONE,
    ...isAnswered(
      'A signed summary has not reached the practice. Open it and record how it was sent, or that it is not sent and why',
    ),
  },
  read_treatment_summary: {
    act: 'Read a treatment summary',
    worker: 'practice',
    openedBy: ['sign-treatment-summary', 'send-treatment-summary', ...ASKED_ANEW_BY],
    metBy: ['mark-summary-seen'],
    page: ({ subjectId }) => routes.sentSummary(subjectId),
    ...MOVES_ALONE,
    ...isAnswered('The hospital team is told when your practice has read this. Open it and mark it as read'),
  },
  answer_summary_request: {
    act: 'Answer what the treatment summary asks',
    worker: 'practice',
    openedBy: ['sign-treatment-summary', ...ASKED_ANEW_BY],
    metBy: ['answer-practice-request'],
    page: ({ subjectId }) => routes.answerPracticeRequest(subjectId),
    ...SET_BY_THE_HOSPITAL,
  },
  complete_summary_request: {
    act: 'Do what the treatment summary asks',
    worker: 'practice',
    openedBy: ['answer-practice-request', 'sign-treatment-summary'],
    metBy: ['answer-practice-request'],
    page: ({ subjectId }) => routes.answerPracticeRequest(subjectId),
    ...SET_BY_THE_HOSPITAL,
  },
  await_practice_answer: {
    act: 'Ask the practice for its answer',
    worker: 'hospital',
    openedBy: ['sign-treatment-summary', ...ASKED_ANEW_BY],
    metBy: ['answer-practice-request', 'withdraw-practice-request'],
    page: ({ patientId, subjectId }) => routes.practiceRequest(patientId, subjectId),
    ...MOVES_ALONE,
    ...isAnswered(
      'The practice still owes its answer, and nobody else would notice. Open it and withdraw the request, with the reason, if it is not needed',
    ),
  },
  settle_declined_request: {
    act: 'Find another way: the practice cannot do what the summary asks',
    worker: 'hospital',
    openedBy: ['answer-practice-request', ...ASKED_ANEW_BY],
    metBy: ['settle-declined-request', 'withdraw-practice-request'],
    page: ({ patientId, subjectId }) => routes.practiceRequest(patientId, subjectId),
    ...MOVES_ALONE,
    closing: {
      means: 'followed',
      words: 'The request is recorded as not needed, with this reason, and the summary says so.',
    },
  },
} satisfies Partial<Record<TaskKind, TaskDeclaration>>
