import { STREAM_LABELS } from '@/lib/follow-up/labels'
import type { FollowedUp } from '@/lib/follow-up/list-follow-up'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForBanner, formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import { routes } from '@/lib/platform/routes'

type Props = { rows: readonly FollowedUp[]; caption: string; today: CalendarDate }

/** People on follow-up, each with two identifiers and what is next. */
export function FollowedUpRows({ rows, caption, today }: Props) {
  return (
    <table className="app-list">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">NHS number</th>
          <th scope="col">Born</th>
          <th scope="col">Next test</th>
          <th scope="col">Way</th>
          <th scope="col">Team</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.pathwayId}>
            <th scope="row">
              <a href={routes.followUp(row.patientId)}>{row.name}</a>
            </th>
            <td className="app-number">{formatNhsNumber(row.nhsNumber)}</td>
            <td className="app-number" data-label="Born">
              {formatDateForBanner(row.bornOn)}
            </td>
            <td data-label="Next test">{nextWords(row, today)}</td>
            <td data-label="Way">{STREAM_LABELS[row.stream].label}</td>
            <td data-label="Team">{row.team}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function nextWords({ next, suspendedOn }: FollowedUp, today: CalendarDate): string {
  if (suspendedOn) return `Suspended since ${formatDateForStaff(suspendedOn)}`
  if (!next) return 'None is due any more'
  const day = `${next.name}, ${formatDateForStaff(next.dueOn)}`
  return next.isOverdue ? `${day}: overdue` : `${day}, ${formatDaysFromToday(next.dueOn, today)}`
}
