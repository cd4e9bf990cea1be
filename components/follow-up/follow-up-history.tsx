import type { FollowUpFact } from '@/lib/follow-up/follow-up-view'
import { formatDateForStaff } from '@/lib/nhs/date-format'

/** What happened, the latest first. */
export function FollowUpHistory({ facts }: { facts: readonly FollowUpFact[] }) {
  if (facts.length === 0) return null
  return (
    <ul>
      {facts.map(({ id, on, words, reason, by }) => (
        <li key={id}>
          {formatDateForStaff(on)}: {words}, by {by}
          {reason ? <span className="app-preserve-lines">. {reason}</span> : null}
        </li>
      ))}
    </ul>
  )
}
