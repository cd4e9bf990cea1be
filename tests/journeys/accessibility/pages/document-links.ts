import { routes } from '@/lib/platform/routes'
import { clinician, nobody, pressing, type AccessiblePage } from './accessible-page'

/** A page of a link that is open. */
const opened = (
  route: string,
  address: AccessiblePage['address'],
  more: Pick<AccessiblePage, 'mistake'> = {},
): AccessiblePage => ({ route, by: nobody, cookie: ({ link }) => link.cookie, address, ...more })

/** Links to documents, at the hospital and for who comes by one. */
export const LINK_PAGES: readonly AccessiblePage[] = [
  {
    route: '/link/[token]',
    by: nobody,
    address: ({ link }) => routes.documentLink(link.secret),
    mistake: pressing('Open the document'),
  },
  {
    route: '/link/[token]',
    showing: 'that it cannot be used',
    by: nobody,
    address: () => routes.documentLink('used'),
  },
  opened('/link/document', routes.linkedDocument),
  opened('/link/requests/[requestId]', ({ linkedRequestId }) => routes.linkedRequest(linkedRequestId), {
    mistake: pressing('Send answer'),
  }),
  { route: '/link/ended', by: nobody, address: routes.linkEnded },
  {
    route: '/patients/[patientId]/treatment-summaries/[summaryId]/links',
    by: clinician,
    address: (cast) => routes.treatmentSummaryLinks(cast.patientId, cast.summaryId),
    mistake: pressing('Make a new link'),
  },
  {
    route: '/patients/[patientId]/document-links/[linkId]/revoke',
    by: clinician,
    address: ({ patientId, link }) => routes.revokeDocumentLink(patientId, link.id),
    mistake: pressing('Revoke the link'),
  },
]
