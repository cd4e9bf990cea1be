import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { routes } from '@/lib/platform/routes'
import { FOLLOW_UP_TASK_KINDS } from './follow-up-task-kinds'
import { MESSAGE_TASK_KINDS } from './message-task-kinds'
import { REVIEW_TASK_KINDS } from './review-task-kinds'
import { SUMMARY_TASK_KINDS } from './summary-task-kinds'
import { closesAlone, isAnswered, MOVES_ALONE, type TaskDeclaration } from './task-declaration'

const ENDS_ACTION = {
  closing: {
    means: 'followed',
    words: 'The action is recorded as not needed, with this reason, and the care plan says so.',
  },
} as const

const AGREED_WITH_THE_PERSON =
  'This was agreed with the person. Open it from the practice’s list and say that it is done, or that the practice cannot do it and why'

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
    ...MOVES_ALONE,
    ...closesAlone('No offer is recorded.'),
  },
  record_assessment: {
    act: 'Record the holistic needs assessment',
    worker: 'hospital',
    openedBy: ['offer-assessment'],
    metBy: ['file-assessment'],
    page: ({ patientId }) => routes.recordNeedsAssessment(patientId),
    ...MOVES_ALONE,
    ...closesAlone('The offer stays recorded, without an assessment.'),
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
    ...MOVES_ALONE,
    ...closesAlone('The plan stays a draft that nobody has agreed.'),
  },
  complete_action: {
    act: 'Finish an action of the care plan',
    worker: 'hospital',
    openedBy: ['agree-care-plan', 'change-action'],
    metBy: ['finish-action', 'change-action'],
    page: ({ patientId, subjectId }) => routes.action(patientId, subjectId),
    ...ENDS_ACTION,
    postponing: {
      means: 'followed',
      words: 'The action moves to the new date too, and the care plan says so.',
    },
    reassigning: 'followed',
  },
  review_care_plan: {
    act: 'Review the care plan',
    worker: 'hospital',
    openedBy: ['agree-care-plan'],
    metBy: ['review-care-plan', 'agree-care-plan'],
    page: ({ patientId }) => routes.reviewCarePlan(patientId),
    ...MOVES_ALONE,
    ...closesAlone('The plan stays as it was agreed, without a review.'),
  },
  read_shared_plan: {
    act: 'Read a shared care plan',
    worker: 'practice',
    openedBy: ['agree-care-plan', 'share-standing-plans'],
    metBy: ['mark-plan-seen'],
    page: ({ subjectId }) => routes.sharedCarePlan(subjectId),
    ...MOVES_ALONE,
    ...isAnswered('The hospital team is told when your practice has read this. Open it and mark it as read'),
  },
  answer_practice_request: {
    act: 'Answer what the care plan asks of the practice',
    worker: 'practice',
    openedBy: ['agree-care-plan', 'change-action'],
    metBy: ['answer-practice-action'],
    page: ({ subjectId }) => routes.practiceAction(subjectId),
    ...isAnswered(AGREED_WITH_THE_PERSON),
    postponing: { means: 'refused', words: AGREED_WITH_THE_PERSON },
    reassigning: 'stands_alone',
  },
  reassign_declined_action: {
    act: 'Find another way: the practice cannot do an action',
    worker: 'hospital',
    openedBy: ['answer-practice-action', 'change-registered-practice', 'apply-patient-import'],
    metBy: ['change-action', 'finish-action', 'remove-action'],
    page: ({ patientId, subjectId }) => routes.action(patientId, subjectId),
    ...MOVES_ALONE,
    ...ENDS_ACTION,
  },
  find_practice: {
    act: 'Find the practice the person is registered with',
    worker: 'hospital',
    openedBy: ['apply-patient-import', 'register-patient', 'change-registered-practice', 'agree-care-plan'],
    metBy: ['change-registered-practice', 'apply-patient-import'],
    page: ({ patientId }) => routes.registeredPractice(patientId),
    ...MOVES_ALONE,
    ...closesAlone('No practice is recorded.'),
  },
  receive_referral: {
    act: 'Look at a newly referred patient',
    worker: 'hospital',
    openedBy: ['begin-care'],
    metBy: ['answer-referral', 'end-care'],
    page: ({ patientId }) => routes.answerReferral(patientId),
    ...MOVES_ALONE,
    ...isAnswered(
      'The team that referred this person waits for an answer. Say who takes them on, or decline the referral and why',
    ),
  },
  replace_declined_referral: {
    act: 'Find another way: a referral was declined',
    worker: 'hospital',
    openedBy: ['answer-referral', 'end-care'],
    metBy: ['begin-care'],
    page: ({ patientId }) => routes.careTeam(patientId),
    ...MOVES_ALONE,
    ...closesAlone('The person is referred to no other team.'),
  },
  ...SUMMARY_TASK_KINDS,
  ...FOLLOW_UP_TASK_KINDS,
  ...MESSAGE_TASK_KINDS,
  ...REVIEW_TASK_KINDS,
}
