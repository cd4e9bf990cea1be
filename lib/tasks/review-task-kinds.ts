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

/** Of cancer care reviews: one kind for each window, so that each has its own day. */
export const REVIEW_TASK_KINDS = {
  hold_first_review: {
    act: 'Hold the first cancer care review',
    worker: 'practice',
    openedBy: RECKONED_ANEW_BY,
    metBy: ['record-cancer-care-review'],
    page: ({ patientId, subjectId }) => routes.cancerCareReview(patientId, subjectId),
  },
  hold_second_review: {
    act: 'Hold the second cancer care review',
    worker: 'practice',
    openedBy: RECKONED_ANEW_BY,
    metBy: ['record-cancer-care-review'],
    page: ({ patientId, subjectId }) => routes.cancerCareReview(patientId, subjectId),
  },
} satisfies Partial<Record<TaskKind, TaskDeclaration>>
