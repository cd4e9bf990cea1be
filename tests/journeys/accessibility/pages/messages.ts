import { routes } from '@/lib/platform/routes'
import { clinician, gp, pressing, type AccessiblePage } from './accessible-page'

/** Letters, emails and text messages. */
export const MESSAGE_PAGES: readonly AccessiblePage[] = [
  { route: '/letters', by: clinician, address: () => routes.lettersToPost() },
  {
    route: '/letters/post',
    by: clinician,
    address: ({ letterId }) => routes.postLetters(letterId),
    mistake: pressing('Record as posted', 'Day'),
  },
  {
    route: '/letters/post',
    showing: 'a letter that is stopped',
    by: clinician,
    address: ({ stoppedFor }) => routes.postLetters(stoppedFor.messageId),
  },
  {
    route: '/patients/[patientId]/messages',
    by: clinician,
    address: ({ patientId }) => routes.messages(patientId),
  },
  {
    route: '/patients/[patientId]/messages/write',
    by: clinician,
    address: ({ patientId }) => routes.writeLetter(patientId),
    mistake: pressing('Finish the letter'),
  },
  {
    route: '/patients/[patientId]/messages/blocks',
    by: clinician,
    address: ({ stoppedFor }) => routes.contactBlocks(stoppedFor.patientId),
    mistake: pressing('Record'),
  },
  {
    route: '/patients/[patientId]/messages/[messageId]',
    by: clinician,
    address: ({ patientId, letterId }) => routes.message(patientId, letterId),
    mistake: pressing('Withdraw'),
  },
  {
    route: '/patients/[patientId]/messages/[messageId]',
    showing: 'what was stopped',
    by: clinician,
    address: ({ stoppedFor }) => routes.message(stoppedFor.patientId, stoppedFor.messageId),
    mistake: pressing('Save'),
  },
  { route: '/practice/messages', by: gp, address: () => routes.practiceLetters() },
  {
    route: '/practice/messages/[messageId]',
    by: gp,
    address: ({ sentLetterId }) => routes.sentMessage(sentLetterId),
  },
]
