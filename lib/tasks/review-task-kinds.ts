import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { routes } from '@/lib/platform/routes'
import { isAnswered, MOVES_ALONE, type TaskDeclaration } from './task-declaration'

/** Whatever changes what `reviewWindows` is reckoned from. */
const RECKONED_ANEW_BY = [
  'apply-patient-import',
  'register-patient',
  'change-registered-practice',
  'record-diagnosis',
  'change-diagnosis',
  'correct-death',
  'void-review-fact',
  'void-cancer-care-review',
]

/** What a review agreed follows the person to another practice. */
const MOVED_BY = ['change-registered-practice', 'apply-patient-import']
const DUE_BY_DIAGNOSIS =
  'A cancer care review is due by the date of the diagnosis. Open it from the practice’s list and record an invitation, that the person declined, or why no review is needed'

const SETTLED_THERE =
  'This was agreed with the person in a cancer care review. Open it from the practice’s list and say what became of it'

/** Its day and its end follow from facts alone: the words say what to record instead of moving or closing it by hand. */
const followsFacts = (words: string) =>
  ({
    ...isAnswered(words),
    postponing: { means: 'refused', words },
    reassigning: 'stands_alone',
  }) as const satisfies Partial<TaskDeclaration>

/** Of cancer care reviews: one kind for each window, so that each has its own day. */
export const REVIEW_TASK_KINDS = {
  hold_first_review: {
    act: 'Hold the first cancer care review',
    worker: 'practice',
    openedBy: RECKONED_ANEW_BY,
    metBy: ['record-cancer-care-review'],
    page: ({ patientId, subjectId }) => routes.cancerCareReview(patientId, subjectId),
    ...followsFacts(DUE_BY_DIAGNOSIS),
  },
  hold_second_review: {
    act: 'Hold the second cancer care review',
    worker: 'practice',
    openedBy: RECKONED_ANEW_BY,
    metBy: ['record-cancer-care-review'],
    page: ({ patientId, subjectId }) => routes.cancerCareReview(patientId, subjectId),
    ...followsFacts(DUE_BY_DIAGNOSIS),
  },
  hold_agreed_review: {
    act: 'Hold the next review, as agreed in the last one',
    worker: 'practice',
    openedBy: ['record-cancer-care-review', 'void-cancer-care-review', ...MOVED_BY],
    metBy: ['record-cancer-care-review'],
    page: ({ patientId, subjectId }) => routes.cancerCareReview(patientId, subjectId),
    ...followsFacts(SETTLED_THERE),
  },
  complete_review_action: {
    act: 'Do what a cancer care review agreed',
    worker: 'practice',
    openedBy: ['record-cancer-care-review', 'answer-review-action', ...MOVED_BY],
    metBy: ['answer-review-action'],
    page: ({ patientId, subjectId }) => routes.reviewAction(patientId, subjectId),
    ...followsFacts(SETTLED_THERE),
  },
  answer_review_action: {
    act: 'Do what the practice asks after its cancer care review',
    worker: 'hospital',
    openedBy: ['record-cancer-care-review'],
    metBy: ['answer-review-action'],
    page: ({ patientId, subjectId }) => routes.reviewAction(patientId, subjectId),
    ...MOVES_ALONE,
    closing: {
      means: 'followed',
      words: 'The practice is told that your team cannot do it, with this reason.',
    },
    postponing: {
      means: 'followed',
      words: 'What the practice asked moves to the new date too, and it is told so.',
    },
  },
  settle_review_action: {
    act: 'Find another way: the hospital team cannot do what a review agreed',
    worker: 'practice',
    openedBy: ['answer-review-action', 'end-care', 'close-task', ...MOVED_BY],
    metBy: ['answer-review-action'],
    page: ({ patientId, subjectId }) => routes.reviewAction(patientId, subjectId),
    ...followsFacts(SETTLED_THERE),
  },
} satisfies Partial<Record<TaskKind, TaskDeclaration>>
