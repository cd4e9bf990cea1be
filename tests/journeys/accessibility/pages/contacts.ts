import { routes } from '@/lib/platform/routes'
import { clinician, gp, pressing, type AccessiblePage } from './accessible-page'

/** The way back: who got in touch, and what came of it. */
export const CONTACT_PAGES: readonly AccessiblePage[] = [
  { route: '/contacts', by: clinician, address: () => routes.contacts() },
  {
    route: '/patients/[patientId]/contacts',
    by: clinician,
    address: ({ patientId }) => routes.patientContacts(patientId),
  },
  {
    route: '/patients/[patientId]/contacts/new',
    by: clinician,
    address: ({ patientId }) => routes.newContact(patientId),
    mistake: pressing('Record contact'),
  },
  {
    route: '/patients/[patientId]/contacts/new',
    showing: 'for a practice',
    by: gp,
    address: ({ patientId }) => routes.newContact(patientId),
    mistake: pressing('Record contact'),
  },
  {
    route: '/patients/[patientId]/contacts/[contactId]',
    by: clinician,
    address: ({ patientId, callId }) => routes.contact(patientId, callId),
    mistake: pressing('Save'),
  },
  {
    route: '/patients/[patientId]/contacts/[contactId]',
    showing: 'an appointment that was promised',
    by: clinician,
    address: ({ patientId, promisedCallId }) => routes.contact(patientId, promisedCallId),
    mistake: pressing('Save'),
  },
]
