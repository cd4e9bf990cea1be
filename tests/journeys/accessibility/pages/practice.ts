import { routes } from '@/lib/platform/routes'
import { gp, pressing, type AccessiblePage } from './accessible-page'

/** What a practice sees. */
export const PRACTICE_PAGES: readonly AccessiblePage[] = [
  { route: '/practice', by: gp, address: routes.practiceHome },
  { route: '/practice/plans/[shareId]', by: gp, address: ({ shareId }) => routes.sharedCarePlan(shareId) },
  {
    route: '/practice/actions/[actionId]',
    by: gp,
    address: ({ askedActionId }) => routes.practiceAction(askedActionId),
    mistake: pressing('Send answer'),
  },
  {
    route: '/patients/[patientId]',
    showing: 'what a practice sees',
    by: gp,
    address: ({ patientId }) => routes.patient(patientId),
  },
]
