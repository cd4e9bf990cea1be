import type { SummaryChannel, SummaryRecipient } from '@/lib/platform/prisma-client/enums'

export const RECIPIENT_LABELS: Readonly<Record<SummaryRecipient, string>> = {
  practice: 'The GP practice',
  person: 'The person',
  other: 'Somebody else',
}

export const CHANNEL_LABELS: Readonly<Record<SummaryChannel, string>> = {
  in_service: 'In this service',
  post: 'By post',
  by_hand: 'By hand',
  secure_email: 'By secure email',
  none: 'Not sent',
}

/** What was just done, as the next page says it. */
export const DONE_WORDS: Readonly<Record<string, string>> = {
  drafted: 'The summary has been started from the record. Check each section',
  section: 'The section has been saved',
  'signed-sent': 'The summary has been signed and sent to the practice',
  'signed-kept_back':
    'The summary has been signed. It was not sent: the person does not share with their practice. Finding a way is on the worklist',
  'signed-no_practice':
    'The summary has been signed. It could not be sent: no practice is known. Finding a way is on the worklist',
  amended: 'The summary can be changed now. What was signed stands until you sign the next version',
  sent: 'It has been recorded',
  seen: 'The summary has been marked as read',
}
