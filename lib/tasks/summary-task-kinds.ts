import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { routes } from '@/lib/platform/routes'
import type { TaskDeclaration } from './task-declaration'

/** What a summary asks follows the person to another practice, and back from a death recorded by mistake. */
const ASKED_ANEW_BY = ['change-registered-practice', 'apply-patient-import', 'correct-death']

/** Of treatment summaries, and of what they ask of practices. */
export const SUMMARY_TASK_KINDS = {
  prepare_treatment_summary: {
    act: 'Write and sign the treatment summary',
    worker: 'hospital',
    openedBy: ['record-treatment', 'change-treatment', 'draft-treatment-summary', 'amend-treatment-summary'],
    metBy: ['sign-treatment-summary'],
    page: ({ patientId }) => routes.treatmentSummaries(patientId),
  },
  send_treatment_summary: {
    act: 'Find a way to send the treatment summary',
    worker: 'hospital',
    openedBy: ['sign-treatment-summary'],
    metBy: ['send-treatment-summary'],
    page: ({ patientId, subjectId }) => routes.sendTreatmentSummary(patientId, subjectId),
  },
  read_treatment_summary: {
    act: 'Read a treatment summary',
    worker: 'practice',
    openedBy: ['sign-treatment-summary', 'send-treatment-summary'],
    metBy: ['mark-summary-seen'],
    page: ({ subjectId }) => routes.sentSummary(subjectId),
  },
  answer_summary_request: {
    act: 'Answer what the treatment summary asks',
    worker: 'practice',
    openedBy: ['sign-treatment-summary', ...ASKED_ANEW_BY],
    metBy: ['answer-practice-request'],
    page: ({ subjectId }) => routes.answerPracticeRequest(subjectId),
  },
  complete_summary_request: {
    act: 'Do what the treatment summary asks',
    worker: 'practice',
    openedBy: ['answer-practice-request', 'sign-treatment-summary'],
    metBy: ['answer-practice-request'],
    page: ({ subjectId }) => routes.answerPracticeRequest(subjectId),
  },
  await_practice_answer: {
    act: 'Ask the practice for its answer',
    worker: 'hospital',
    openedBy: ['sign-treatment-summary', ...ASKED_ANEW_BY],
    metBy: ['answer-practice-request', 'withdraw-practice-request'],
    page: ({ patientId, subjectId }) => routes.practiceRequest(patientId, subjectId),
  },
  settle_declined_request: {
    act: 'Find another way: the practice cannot do what the summary asks',
    worker: 'hospital',
    openedBy: ['answer-practice-request', ...ASKED_ANEW_BY],
    metBy: ['settle-declined-request', 'withdraw-practice-request'],
    page: ({ patientId, subjectId }) => routes.practiceRequest(patientId, subjectId),
  },
} satisfies Partial<Record<TaskKind, TaskDeclaration>>
