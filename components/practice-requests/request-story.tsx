import { formatDateForStaff } from '@/lib/nhs/date-format'
import { REQUEST_FACT_WORDS } from '@/lib/practice-requests/labels'
import type { RequestFact } from '@/lib/practice-requests/request'

/** What happened to a request so far, oldest first. */
export function RequestStory({ history }: { history: readonly RequestFact[] }) {
  return (
    <>
      <h2>What happened so far</h2>
      <ol>
        {history.map(({ kind, on, by, note }, index) => (
          <li key={`${index} ${kind}`}>
            {REQUEST_FACT_WORDS[kind]} on {formatDateForStaff(on)}, recorded by {by}
            {note ? <span className="app-preserve-lines">. {note}</span> : null}
          </li>
        ))}
      </ol>
    </>
  )
}
