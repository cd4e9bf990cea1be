/** The same of a link that ran out, was taken back, replaced or used up, or never was: none tells which. */
export const LINK_NOT_GOOD = 'This link cannot be used'

/** What to do then. */
export const ASK_FOR_ANOTHER =
  'It may have run out, have been used already, or have been replaced by a newer one. Ring the hospital team that sent it and ask for a new link.'

/** The session ended while a form was open. */
export const SESSION_ENDED =
  'Your time with this document has run out, so nothing was sent. Open the link again, give the date of birth, and send your answer then'
