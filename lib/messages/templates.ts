import type { PlainTemplate } from './message'

/** What an email or a text message says. */
export type PlainWords = { subject: string; body: string }

/** How to reach who sends it: all that such a message may say beside its fixed words. */
export type Sender = { telephone: string | null }

type Template = { subject: string; body: string }

/**
 * The whole of what may leave by email or text message. No name, no NHS number, nothing about health: whoever else reads
 * the telephone learns that a hospital team wrote. The team's own name may tell what it treats, so it is not said either.
 */
const TEMPLATES: Readonly<Record<PlainTemplate, Template>> = {
  letter_coming: {
    subject: 'A letter from your hospital team',
    body: 'Your hospital team has sent you a letter. If it has not come in a week, call us.',
  },
  appointment_to_arrange: {
    subject: 'Please arrange your next appointment',
    body: 'It is time to arrange your next appointment with your hospital team. The letter we sent you says how. If you are not sure, call us.',
  },
  please_call: {
    subject: 'Please call your hospital team',
    body: 'Your hospital team would like to speak with you. Please call us on a working day.',
  },
}

/** An email or text message in words. */
export function wordsOf(template: PlainTemplate, { telephone }: Sender): PlainWords {
  const { subject, body } = TEMPLATES[template]
  const call = telephone ? ` Telephone ${telephone}.` : ''
  return { subject, body: `${body}${call} Please do not reply to this message: nobody reads replies.` }
}
