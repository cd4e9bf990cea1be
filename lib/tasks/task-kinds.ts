import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { routes } from '@/lib/platform/routes'

type Place = { patientId: string; subjectId: string }

type TaskDeclaration = {
  /** The next act, in words, as the worklist says it. */
  act: string
  /** Who does it. */
  worker: 'hospital' | 'practice'
  /** The commands that open it and that meet it, by file name: a test compares them with the commands. */
  openedBy: readonly string[]
  metBy: readonly string[]
  /** The page that meets it. */
  page: (place: Place) => string
}

/** What a summary asks follows the person to another practice, and back from a death recorded by mistake. */
const ASKED_ANEW_BY = ['change-registered-practice', 'apply-patient-import', 'correct-death']

/** Every kind of task, declared once. */
export const TASK_KINDS: Readonly<Record<TaskKind, TaskDeclaration>> = {
  offer_assessment: {
    act: 'Offer a holistic needs assessment',
    worker: 'hospital',
    openedBy: [
      'apply-patient-import',
      'register-patient',
      'record-diagnosis',
      'record-treatment',
      'offer-assessment',
      'correct-death',
    ],
    metBy: ['offer-assessment', 'file-assessment'],
    page: ({ patientId }) => routes.offerNeedsAssessment(patientId),
  },
  record_assessment: {
    act: 'Record the holistic needs assessment',
    worker: 'hospital',
    openedBy: ['offer-assessment'],
    metBy: ['file-assessment'],
    page: ({ patientId }) => routes.recordNeedsAssessment(patientId),
  },
  agree_care_plan: {
    act: 'Discuss concerns and agree the care plan',
    worker: 'hospital',
    openedBy: [
      'file-assessment',
      'draft-care-plan',
      'change-plan-item',
      'add-action',
      'change-action',
      'remove-action',
      'review-care-plan',
    ],
    metBy: ['agree-care-plan', 'decline-care-plan'],
    page: ({ patientId }) => routes.carePlan(patientId),
  },
  complete_action: {
    act: 'Finish an action of the care plan',
    worker: 'hospital',
    openedBy: ['agree-care-plan', 'change-action'],
    metBy: ['finish-action', 'change-action'],
    page: ({ patientId, subjectId }) => routes.action(patientId, subjectId),
  },
  review_care_plan: {
    act: 'Review the care plan',
    worker: 'hospital',
    openedBy: ['agree-care-plan'],
    metBy: ['review-care-plan', 'agree-care-plan'],
    page: ({ patientId }) => routes.reviewCarePlan(patientId),
  },
  read_shared_plan: {
    act: 'Read a shared care plan',
    worker: 'practice',
    openedBy: ['agree-care-plan', 'share-standing-plans'],
    metBy: ['mark-plan-seen'],
    page: ({ subjectId }) => routes.sharedCarePlan(subjectId),
  },
  answer_practice_request: {
    act: 'Answer what the care plan asks of the practice',
    worker: 'practice',
    openedBy: ['agree-care-plan', 'change-action'],
    metBy: ['answer-practice-action'],
    page: ({ subjectId }) => routes.practiceAction(subjectId),
  },
  reassign_declined_action: {
    act: 'Find another way: the practice cannot do an action',
    worker: 'hospital',
    openedBy: ['answer-practice-action', 'change-registered-practice', 'apply-patient-import'],
    metBy: ['change-action', 'finish-action', 'remove-action'],
    page: ({ patientId, subjectId }) => routes.action(patientId, subjectId),
  },
  find_practice: {
    act: 'Find the practice the person is registered with',
    worker: 'hospital',
    openedBy: ['apply-patient-import', 'register-patient', 'change-registered-practice', 'agree-care-plan'],
    metBy: ['change-registered-practice', 'apply-patient-import'],
    page: ({ patientId }) => routes.registeredPractice(patientId),
  },
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
}
