import { plainLetter } from '@/lib/messages/plain-letter'
import { today } from '@/lib/platform/clock'

/** A letter of a few words, as the module of messages writes it. */
export function aLetter(body = 'We would like to see you.') {
  return plainLetter({
    person: { name: 'Anne Smith', nhsNumber: '9990000018', bornOn: '1961-02-03' },
    from: { teamName: 'Breast team', organisation: 'A trust', telephone: '01632 960123' },
    to: 'person',
    heading: 'Your next appointment',
    body,
    writtenOn: today(),
    signedBy: 'Beryl Jones',
  })
}
