import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { routes } from '@/lib/platform/routes'
import { REVIEW_TASK_KINDS } from './review-task-kinds'
import { SUMMARY_TASK_KINDS } from './summary-task-kinds'
import type { TaskDeclaration } from './task-declaration'

const ACTION_NOT_NEEDED = 'The action is recorded as not needed, with this reason, and the care plan says so.'

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
    closing: ACTION_NOT_NEEDED,
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
    closing: ACTION_NOT_NEEDED,
  },
  find_practice: {
    act: 'Find the practice the person is registered with',
    worker: 'hospital',
    openedBy: ['apply-patient-import', 'register-patient', 'change-registered-practice', 'agree-care-plan'],
    metBy: ['change-registered-practice', 'apply-patient-import'],
    page: ({ patientId }) => routes.registeredPractice(patientId),
  },
  receive_referral: {
    act: 'Look at a newly referred patient',
    worker: 'hospital',
    openedBy: ['begin-care'],
    metBy: ['answer-referral'],
    page: ({ patientId }) => routes.answerReferral(patientId),
  },
  replace_declined_referral: {
    act: 'Find another way: a referral was declined',
    worker: 'hospital',
    openedBy: ['answer-referral'],
    metBy: ['begin-care'],
    page: ({ patientId }) => routes.careTeam(patientId),
  },
  ...SUMMARY_TASK_KINDS,
  ...REVIEW_TASK_KINDS,
}
