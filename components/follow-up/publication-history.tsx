import type { PublicationView } from '@/lib/follow-up/publication-view'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'

/** What an organisation said of a protocol, the latest first. */
export function PublicationHistory({ history }: { history: readonly PublicationView[] }) {
  if (history.length === 0) return null
  return (
    <section aria-labelledby="history-heading">
      <h2 id="history-heading">What was done here</h2>
      <ul>
        {history.map((one) => (
          <li key={one.id}>
            {formatInstantForStaff(one.at)}: version {one.version} {one.kind} by {one.by}
            {one.approvedBy && one.approvedOn
              ? `, approved by ${one.approvedBy} on ${formatDateForStaff(one.approvedOn)}`
              : null}
            {one.reason ? <span className="app-preserve-lines">. {one.reason}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
