import { routes } from '@/lib/platform/routes'
import { nobody, pressing, type AccessiblePage } from './accessible-page'

/** Pages that need no log-in, or lead to it. */
export const OPEN_PAGES: readonly AccessiblePage[] = [
  { route: '/log-in', by: nobody, address: routes.logIn, mistake: pressing('Log in') },
  {
    route: '/log-in/second-factor',
    showing: 'the code',
    by: nobody,
    cookie: ({ halfWay }) => halfWay.confirmed,
    address: routes.secondFactor,
    mistake: pressing('Log in'),
  },
  {
    route: '/log-in/second-factor',
    showing: 'how to set the app up',
    by: nobody,
    cookie: ({ halfWay }) => halfWay.begun,
    address: routes.secondFactor,
    mistake: pressing('Finish setting up'),
  },
  {
    route: '/invitation/[token]',
    by: nobody,
    address: ({ invitation }) => routes.invitation(invitation),
    mistake: pressing('Set password'),
  },
  {
    route: '/invitation/[token]',
    showing: 'that it cannot be used',
    by: nobody,
    address: () => routes.invitation('used'),
  },
  { route: '/accessibility', by: nobody, address: routes.accessibility },
  { route: '/privacy', by: nobody, address: routes.privacy },
  { route: '/', by: ({ programmeLead }) => programmeLead, address: routes.home },
]
