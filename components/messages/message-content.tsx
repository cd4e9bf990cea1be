import { DocumentView } from '@/components/documents/document-view'
import { ActionLink } from '@/components/nhs/action-link'
import { InsetText } from '@/components/nhs/inset-text'
import { CHANNEL_LABELS, recipientWords } from '@/lib/messages/labels'
import type { MessagePage } from '@/lib/messages/queries'
import { routes } from '@/lib/platform/routes'
import { MessageState } from './message-table'

/** What it is, whom it is for, where it stands and, of a letter, how it becomes paper. */
export function MessageHead({ page: { message, mayChange } }: { page: MessagePage }) {
  const { id, patientId, channel, recipient, state, subject } = message
  return (
    <div className="app-screen-only">
      <h1>
        {CHANNEL_LABELS[channel]}: {subject}
      </h1>
      <p>To: {recipientWords(message)}</p>
      <MessageState message={message} />
      {channel === 'letter' ? (
        <p>
          <a href={routes.messagePdf(patientId, id)}>Download the letter as a PDF</a>
        </p>
      ) : null}
      {mayChange && channel === 'letter' && recipient === 'person' && state === 'queued' ? (
        <ActionLink href={routes.postLetters(id)}>Mark this letter as posted</ActionLink>
      ) : null}
    </div>
  )
}

/** A letter as it reads, or the words of an email or text message. */
export function MessageContent({ page: { letter, words } }: { page: MessagePage }) {
  if (letter) return <DocumentView document={letter} headingsBelow={1} />
  return (
    <InsetText>
      <p>
        <strong>{words?.subject}</strong>
      </p>
      <p>{words?.body}</p>
    </InsetText>
  )
}
