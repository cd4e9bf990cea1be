import type { DocumentLinkState } from './document-link'
import { MOST_TRIES } from './link-rules'

/** The states of a link, with their words and the colours of the tag. */
export const LINK_STATE_LABELS: Readonly<
  Record<DocumentLinkState, { label: string; colour: 'green' | 'grey' | 'red' | 'orange' }>
> = {
  live: { label: 'Can be used', colour: 'green' },
  used: { label: 'Used: opens no more', colour: 'grey' },
  locked: { label: `Dead after ${MOST_TRIES} wrong dates of birth`, colour: 'red' },
  expired: { label: 'Has run out', colour: 'orange' },
  revoked: { label: 'Revoked', colour: 'grey' },
  replaced: { label: 'Replaced by a newer link', colour: 'grey' },
}

/** What was just done, as the next page says it. */
export const DONE_WORDS: Readonly<Record<string, string>> = {
  issued: 'The link has been made',
  revoked: 'The link has been revoked. Whoever has it can open nothing with it',
  answered: 'Thank you. Your practice’s answer has been sent to the hospital team',
  read: 'The summary has been marked as read',
}
