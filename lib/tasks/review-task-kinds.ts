import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { routes } from '@/lib/platform/routes'
import type { TaskDeclaration } from './task-declaration'

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

const FOLLOWS_FACTS =
  'A cancer care review is due by the date of the diagnosis. Open it from the practice’s list and record an invitation, that the person declined, or why no review is needed'

/** Of cancer care reviews: one kind for each window, so that each has its own day. */
export const REVIEW_TASK_KINDS = {
  hold_first_review: {
    act: 'Hold the first cancer care review',
    worker: 'practice',
    openedBy: RECKONED_ANEW_BY,
    metBy: ['record-cancer-care-review'],
    page: ({ patientId, subjectId }) => routes.cancerCareReview(patientId, subjectId),
    followsFacts: FOLLOWS_FACTS,
  },
  hold_second_review: {
    act: 'Hold the second cancer care review',
    worker: 'practice',
    openedBy: RECKONED_ANEW_BY,
    metBy: ['record-cancer-care-review'],
    page: ({ patientId, subjectId }) => routes.cancerCareReview(patientId, subjectId),
    followsFacts: FOLLOWS_FACTS,
  },
} satisfies Partial<Record<TaskKind, TaskDeclaration>>
