import { StatusTag } from '@/components/nhs/status-tag'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { londonDate } from '@/lib/nhs/instant'
import { routes } from '@/lib/platform/routes'
import type { RegisteredRow, SentSummaryRow, SharedPlanRow } from '@/lib/tasks/practice-home-rows'
import { PersonCell } from './practice-person'

/** New or changed until somebody there has seen it; then it is what it is. */
function documentWords(
  document: string,
  { number, seen_at }: { number: number; seen_at: Date | null },
): string {
  const version = number === 1 ? '' : `, version ${number}`
  if (seen_at) return `${document.charAt(0).toUpperCase()}${document.slice(1)}${version}`
  return `${number === 1 ? 'New' : 'Changed'} ${document}${version}`
}

export function SharedPlans({ rows }: { rows: readonly SharedPlanRow[] }) {
  if (rows.length === 0) return <p>No care plan has been shared with the practice yet.</p>
  return (
    <table className="app-list">
      <caption>Not yet seen first, oldest first</caption>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Care plan</th>
          <th scope="col">Seen</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.share_id}>
            <PersonCell row={row} />
            <td>
              <a href={routes.sharedCarePlan(row.share_id)}>{documentWords('care plan', row)}</a>
              <br />
              {row.team_name}, shared {formatDateForStaff(londonDate(row.shared_at))}
            </td>
            <td>
              {row.seen_at ? (
                `Seen ${formatDateForStaff(londonDate(row.seen_at))}`
              ) : (
                <StatusTag status="needs_review" />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function SentSummaries({ rows }: { rows: readonly SentSummaryRow[] }) {
  if (rows.length === 0) return <p>No treatment summary has been sent to the practice yet.</p>
  return (
    <table className="app-list">
      <caption>Not yet read first, oldest first</caption>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Treatment summary</th>
          <th scope="col">Read</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.delivery_id}>
            <PersonCell row={row} />
            <td>
              <a href={routes.sentSummary(row.delivery_id)}>{documentWords('treatment summary', row)}</a>
              <br />
              {row.team_name}, sent {formatDateForStaff(row.sent_on)}
            </td>
            <td>
              {row.seen_at ? (
                `Read ${formatDateForStaff(londonDate(row.seen_at))}`
              ) : (
                <StatusTag status="needs_review" />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function RegisteredPeople({ rows }: { rows: readonly RegisteredRow[] }) {
  if (rows.length === 0) return <p>Nobody registered with the practice is on this page of the list.</p>
  return (
    <table className="app-list">
      <caption>Newest on the list first</caption>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Under the care of</th>
          <th scope="col">On this list since</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.patient_id}>
            <PersonCell row={row} />
            <td>{row.hospital_teams ?? 'No hospital team now'}</td>
            <td>{formatDateForStaff(row.since)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
