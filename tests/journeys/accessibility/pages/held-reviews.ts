import { routes } from '@/lib/platform/routes'
import { clinician, gp, pressing, type AccessiblePage } from './accessible-page'

/** Holding a review, and what it agreed. */
export const HELD_REVIEW_PAGES: readonly AccessiblePage[] = [
  {
    route: '/patients/[patientId]/cancer-care-reviews/[diagnosisId]',
    by: gp,
    address: ({ patientId, diagnosisId }) => routes.cancerCareReview(patientId, diagnosisId),
  },
  {
    route: '/patients/[patientId]/cancer-care-reviews/[diagnosisId]/record',
    showing: 'the brief review',
    by: gp,
    address: ({ patientId, diagnosisId }) => `${routes.recordReview(patientId, diagnosisId)}?length=brief`,
    mistake: pressing(
      'Continue to check answers',
      'What came of it, in a sentence or two. The next review begins with this',
    ),
  },
  {
    route: '/patients/[patientId]/cancer-care-reviews/[diagnosisId]/record',
    showing: 'the full review',
    by: gp,
    address: ({ patientId, diagnosisId }) => `${routes.recordReview(patientId, diagnosisId)}?length=full`,
  },
  {
    route: '/patients/[patientId]/cancer-care-reviews/[diagnosisId]/record/check',
    by: gp,
    address: ({ reviewedId, reviewedDiagnosisId }) => routes.checkReview(reviewedId, reviewedDiagnosisId),
  },
  {
    route: '/patients/[patientId]/cancer-care-reviews/[diagnosisId]/wishes',
    by: gp,
    address: ({ patientId, diagnosisId }) => routes.reviewWishes(patientId, diagnosisId),
    mistake: pressing('Save'),
  },
  {
    route: '/patients/[patientId]/reviews/[reviewId]',
    by: gp,
    address: ({ reviewedId, reviewId }) => routes.heldReview(reviewedId, reviewId),
  },
  {
    route: '/patients/[patientId]/reviews/[reviewId]/void',
    by: gp,
    address: ({ reviewedId, reviewId }) => routes.voidReview(reviewedId, reviewId),
    mistake: pressing('Mark as recorded in error'),
  },
  {
    route: '/patients/[patientId]/review-actions/[actionId]',
    showing: 'what the practice does',
    by: gp,
    address: ({ reviewedId, reviewActionId }) => routes.reviewAction(reviewedId, reviewActionId),
    mistake: pressing('Save'),
  },
  {
    route: '/patients/[patientId]/review-actions/[actionId]',
    showing: 'what a hospital team reads',
    by: clinician,
    address: ({ reviewedId, reviewActionId }) => routes.reviewAction(reviewedId, reviewActionId),
  },
]
