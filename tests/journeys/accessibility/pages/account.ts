import { routes } from '@/lib/platform/routes'
import { clinician, pressing, type AccessiblePage } from './accessible-page'

/** Somebody's own account. */
export const ACCOUNT_PAGES: readonly AccessiblePage[] = [
  { route: '/account/sessions', by: clinician, address: routes.mySessions },
  { route: '/account/second-factor', by: clinician, address: routes.mySecondFactor },
  {
    route: '/account/password',
    by: clinician,
    address: routes.changePassword,
    mistake: pressing('Change password'),
  },
]
