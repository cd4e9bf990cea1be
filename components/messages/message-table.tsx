import { Table } from '@/components/nhs/table'
import { Tag } from '@/components/nhs/tag'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { CHANNEL_LABELS, factWords, recipientWords, STATE_LABELS } from '@/lib/messages/labels'
import type { ListedMessage } from '@/lib/messages/message'
import { londonDate } from '@/lib/nhs/instant'
import { routes } from '@/lib/platform/routes'

/** What was sent, was stopped or waits, newest first. */
export function MessageTable({ messages }: { messages: readonly ListedMessage[] }) {
  return (
    <Table
      caption="Newest first"
      compact
      firstCellIsHeader
      columns={[{ label: 'What' }, { label: 'To' }, { label: 'How it stands' }]}
      rows={messages.map((message) => ({
        key: message.id,
        cells: [
          <>
            <a href={routes.message(message.patientId, message.id)}>{message.subject}</a>
            <br />
            {CHANNEL_LABELS[message.channel]}, written {formatDateForStaff(message.writtenOn)}
          </>,
          recipientWords(message),
          <MessageState message={message} key="state" />,
        ],
      }))}
    />
  )
}

/** Where a message stands, with what was said of it last or what holds it back. */
export function MessageState({ message }: { message: ListedMessage }) {
  const { label, colour } = STATE_LABELS[message.state]
  const last = message.history.at(-1)
  return (
    <>
      <Tag colour={colour}>{label}</Tag>
      {last ? (
        <p>
          {factWords(message.channel, last)}, {formatDateForStaff(last.on ?? londonDate(last.at))}
        </p>
      ) : null}
      {message.heldBackBy ? <p>Would be stopped now: {message.heldBackBy}</p> : null}
    </>
  )
}
