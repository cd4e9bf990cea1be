import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { factWords } from '@/lib/messages/labels'
import type { ListedMessage } from '@/lib/messages/message'

/** What happened to a message so far, oldest first. */
export function MessageStory({ message: { channel, history, writtenOn } }: { message: ListedMessage }) {
  return (
    <>
      <h2>What happened so far</h2>
      <ol>
        <li>Written on {formatDateForStaff(writtenOn)}</li>
        {history.map((fact) => (
          <li key={fact.key}>
            <span className="app-preserve-lines">{factWords(channel, fact)}</span>
            {fact.on ? `, on ${formatDateForStaff(fact.on)}` : ''}. Recorded {formatInstantForStaff(fact.at)}{' '}
            by {fact.by ?? 'the service'}
          </li>
        ))}
      </ol>
    </>
  )
}
