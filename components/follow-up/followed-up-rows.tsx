import { Tag } from '@/components/nhs/tag'
import { PersonInRow } from '@/components/patients/person-in-row'
import { STREAM_LABELS } from '@/lib/follow-up/labels'
import type { FollowedUp } from '@/lib/follow-up/list-follow-up'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'

type Props = { rows: readonly FollowedUp[]; caption: string; today: CalendarDate }

/** People on follow-up, each with two identifiers and what is next. */
export function FollowedUpRows({ rows, caption, today }: Props) {
  const isOfSeveral = new Set(rows.map(({ team }) => team)).size > 1
  return (
    <table className="app-list">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Next test</th>
          <th scope="col">Kind of follow-up</th>
          {isOfSeveral ? <th scope="col">Team</th> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.pathwayId}>
            <th scope="row">
              <PersonInRow person={row} href={routes.followUp(row.patientId)} />
            </th>
            <td data-label="Next test">
              <Next row={row} today={today} />
            </td>
            <td data-label="Kind">{STREAM_LABELS[row.stream].label}</td>
            {isOfSeveral ? <td data-label="Team">{row.team}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Next({ row: { next, waiting, suspendedOn }, today }: { row: FollowedUp; today: CalendarDate }) {
  return (
    <>
      {suspendedOn ? `Suspended since ${formatDateForStaff(suspendedOn)}` : nextWords(next, today)}
      {next?.isOverdue ? (
        <>
          {' '}
          <Tag colour="red">Overdue</Tag>
        </>
      ) : null}
      {waiting ? (
        <>
          <br />
          {waiting.name}: {waiting.isResulted ? 'a result is to be reviewed or told' : 'done, no result yet'}
        </>
      ) : null}
    </>
  )
}

function nextWords(next: FollowedUp['next'], today: CalendarDate): string {
  if (!next) return 'None is due any more'
  const day = `${next.name}, ${formatDateForStaff(next.dueOn)}`
  return next.isOverdue ? day : `${day}, ${formatDaysFromToday(next.dueOn, today)}`
}
