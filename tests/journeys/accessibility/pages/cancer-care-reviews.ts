import { routes } from '@/lib/platform/routes'
import { gp, pressing, type AccessiblePage } from './accessible-page'

/** Cancer care reviews, as a practice has them. */
export const REVIEW_PAGES: readonly AccessiblePage[] = [
  { route: '/practice/reviews', by: gp, address: routes.dueReviews },
  {
    route: '/practice/reviews',
    showing: 'what need not be held',
    by: gp,
    address: () => `${routes.dueReviews()}?show=excused`,
  },
  {
    route: '/patients/[patientId]/cancer-care-reviews/[diagnosisId]/history',
    by: gp,
    address: ({ patientId, diagnosisId }) => routes.reviewHistory(patientId, diagnosisId),
  },
  {
    route: '/patients/[patientId]/cancer-care-reviews/[diagnosisId]/invite',
    by: gp,
    address: ({ patientId, diagnosisId }) => routes.inviteToReview(patientId, diagnosisId),
    mistake: pressing('Save invitation'),
  },
  {
    route: '/patients/[patientId]/cancer-care-reviews/[diagnosisId]/decline',
    by: gp,
    address: ({ patientId, diagnosisId }) => routes.declineReview(patientId, diagnosisId),
    mistake: pressing('Save that the person declined', 'Year'),
  },
  {
    route: '/patients/[patientId]/cancer-care-reviews/[diagnosisId]/not-needed',
    by: gp,
    address: ({ patientId, diagnosisId }) => routes.excuseReview(patientId, diagnosisId),
    mistake: pressing('Take the reviews off the list'),
  },
  {
    route: '/patients/[patientId]/cancer-care-reviews/[diagnosisId]/history/[factId]/void',
    by: gp,
    address: ({ patientId, diagnosisId, invitationId }) =>
      routes.voidReviewFact(patientId, diagnosisId, invitationId),
    mistake: pressing('Mark as recorded in error'),
  },
]
