import { routes } from '@/lib/platform/routes'
import { clinician, gp, pressing, type AccessiblePage } from './accessible-page'

/** What treatment summaries ask of practices. */
export const REQUEST_PAGES: readonly AccessiblePage[] = [
  {
    route: '/practice/requests/[requestId]',
    by: gp,
    address: ({ requestId }) => routes.answerPracticeRequest(requestId),
    mistake: pressing('Send answer'),
  },
  {
    route: '/patients/[patientId]/requests/[requestId]',
    by: clinician,
    address: ({ patientId, requestId }) => routes.practiceRequest(patientId, requestId),
    mistake: pressing('Withdraw request'),
  },
  {
    route: '/patients/[patientId]/requests/[requestId]',
    showing: 'what the practice cannot do',
    by: clinician,
    address: ({ patientId, declinedRequestId }) => routes.practiceRequest(patientId, declinedRequestId),
    mistake: pressing('Save'),
  },
]
