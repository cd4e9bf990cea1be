import type { Block, LetterDocument } from '@/lib/documents/document'
import { formatDateForPatient } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import { lowerFirst } from './labels'
import type { LetterFrame } from './letter-frame'
import { comingBlocks, type OwnFollowUp } from './pathway-letters'
import { callUs, LASTS } from './way-back'

/** Of the tests to come, as many as one page in large print has room for. */
const TESTS_SHOWN = 2

const paragraph = (words: string): Block => ({ kind: 'paragraph', words })
const heading = (words: string): Block => ({ kind: 'heading', level: 2, words })

/** "My follow-up", to keep at home: one sheet in large print with the next tests, whom to call and what for. */
export function ownFollowUpSheet(
  { person, from, writtenOn }: Omit<LetterFrame, 'to' | 'signedBy'>,
  { coming, wayBack }: OwnFollowUp,
): LetterDocument {
  return {
    title: 'My follow-up',
    language: 'en-GB',
    subject: 'My follow-up',
    organisation: `${from.teamName}, ${from.organisation}`,
    identifiers: [
      `${person.name} · Born ${formatDateForPatient(person.bornOn)}`,
      `NHS number ${formatNhsNumber(person.nhsNumber)}`,
    ],
    isLargePrint: true,
    blocks: [
      { kind: 'heading', level: 1, words: 'My follow-up' },
      heading('My next tests'),
      ...comingBlocks(coming.slice(0, TESTS_SHOWN)),
      paragraph(`As planned on ${formatDateForPatient(writtenOn)}.`),
      heading('Whom to call'),
      paragraph(`${callUs(wayBack)} on working days, 9 am to 5 pm. You need no letter from a GP.`),
      heading('What to watch for'),
      watchFor('Call 999 or go to A&E:', wayBack.emergencies),
      watchFor('Call the team the same day:', wayBack.sameDay),
      watchFor('Call the team if it lasts two weeks:', LASTS),
    ],
  }
}

/** In one paragraph: a sheet has no room for lists. */
function watchFor(lead: string, items: readonly string[]): Block {
  return { kind: 'paragraph', words: [{ strong: lead }, ` ${items.map(lowerFirst).join('; ')}.`] }
}
