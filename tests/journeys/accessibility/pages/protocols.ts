import { routes } from '@/lib/platform/routes'
import type { Cast } from '../cast'
import { admin, clinician, pressing, type AccessiblePage } from './accessible-page'

const CODE = 'prostate-after-surgery'
const trust = ({ admin: { organisationRoles } }: Cast) => organisationRoles[0]?.organisationId ?? ''

/** What a trust follows people up by. */
export const PROTOCOL_PAGES: readonly AccessiblePage[] = [
  { route: '/admin/protocols', by: admin, address: routes.protocols },
  {
    route: '/admin/protocols/[organisationId]/[code]/[version]',
    by: admin,
    address: (cast) => routes.protocol(trust(cast), CODE, '2026-12'),
  },
  {
    route: '/admin/protocols/[organisationId]/[code]/[version]/publish',
    by: admin,
    address: (cast) => routes.publishProtocol(trust(cast), CODE, '2026-12'),
    mistake: pressing('Publish'),
  },
  {
    route: '/admin/protocols/[organisationId]/[code]/[version]/withdraw',
    by: admin,
    address: (cast) => routes.withdrawProtocol(trust(cast), 'breast', '2026-11'),
    mistake: pressing('Withdraw'),
  },
  { route: '/follow-up/protocols', by: clinician, address: routes.publishedProtocols },
  {
    route: '/follow-up/protocols/[organisationId]/[code]',
    by: clinician,
    address: (cast) => routes.rehearsal(trust(cast), CODE),
  },
  {
    route: '/follow-up/protocols/[organisationId]/[code]/move',
    by: clinician,
    address: (cast) => `${routes.moveToVersion(trust(cast), CODE)}?pathway=${cast.olderPathwayId}`,
    mistake: pressing('Move 1 person', 'Why do they move?'),
  },
]
