import { StatusTag } from '@/components/nhs/status-tag'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import { londonDate } from '@/lib/nhs/instant'
import { routes } from '@/lib/platform/routes'
import { statusOfOpenTask } from '@/lib/tasks/labels'
import type { RegisteredRow, RequestRow, SentSummaryRow, SharedPlanRow } from '@/lib/tasks/practice-home'
import { TASK_KINDS } from '@/lib/tasks/task-kinds'
import { PersonCell } from './practice-person'

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
              <a href={routes.sharedCarePlan(row.share_id)}>
                {row.number === 1 ? 'New care plan' : `Changed care plan, version ${row.number}`}
              </a>
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
              <a href={routes.sentSummary(row.delivery_id)}>
                {row.number === 1
                  ? 'New treatment summary'
                  : `Changed treatment summary, version ${row.number}`}
              </a>
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

export function PracticeRequests({ rows, today }: { rows: readonly RequestRow[]; today: CalendarDate }) {
  if (rows.length === 0) return <p>Nothing is asked of the practice now.</p>
  return (
    <table className="app-list">
      <caption>Most overdue first</caption>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Asked of the practice</th>
          <th scope="col">Due</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.kind} ${row.subject_id}`}>
            <PersonCell row={row} />
            <td>
              <a href={TASK_KINDS[row.kind].page({ patientId: row.patient_id, subjectId: row.subject_id })}>
                {row.what}
              </a>
              <br />
              {row.team_name}
              {row.kind === 'complete_summary_request' ? ', accepted' : null}
            </td>
            <td>
              <StatusTag status={statusOfOpenTask(row.due_on, today)} />
              <br />
              {formatDateForStaff(row.due_on)}, {formatDaysFromToday(row.due_on, today)}
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
