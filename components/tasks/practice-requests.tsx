import { StatusTag } from '@/components/nhs/status-tag'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import { statusOfOpenTask } from '@/lib/tasks/labels'
import type { RequestRow } from '@/lib/tasks/practice-home-rows'
import { TASK_KINDS } from '@/lib/tasks/task-kinds'
import { PersonCell } from './practice-person'

type Props = {
  /** The first due first. */
  rows: readonly RequestRow[]
  /** Of all that is asked: the rows are the first of them. */
  count: number
  today: CalendarDate
}

/** What the practice is asked: a row for each person, with all that is asked about them. */
export function PracticeRequests({ rows, count, today }: Props) {
  const [first] = rows
  if (!first) return <p>Nothing is asked of the practice now.</p>
  return (
    <table className="app-list">
      <caption>
        Most overdue first{rows.length < count ? `. The first ${rows.length} of ${count}` : null}
      </caption>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Asked of the practice</th>
          <th scope="col">First due</th>
        </tr>
      </thead>
      <tbody>
        {byPerson(rows).map((asked) => (
          <AskedAbout key={asked[0].patient_id} asked={asked} today={today} />
        ))}
      </tbody>
    </table>
  )
}

type AboutOne = [RequestRow, ...RequestRow[]]

/** In the order in which the first of each person is due. */
function byPerson(rows: readonly RequestRow[]): AboutOne[] {
  const people = new Map<string, AboutOne>()
  for (const row of rows) {
    const asked = people.get(row.patient_id)
    if (asked) asked.push(row)
    else people.set(row.patient_id, [row])
  }
  return [...people.values()]
}

function AskedAbout({ asked, today }: { asked: AboutOne; today: CalendarDate }) {
  const [{ due_on: firstDue }] = asked
  return (
    <tr>
      <PersonCell row={asked[0]} />
      <td>
        {asked.map((row) => (
          <div key={`${row.kind} ${row.subject_id}`}>
            <a href={TASK_KINDS[row.kind].page({ patientId: row.patient_id, subjectId: row.subject_id })}>
              {row.what}
            </a>
            {row.kind === 'complete_summary_request' ? ', accepted' : null}
            {row.due_on === firstDue ? null : `, by ${formatDateForStaff(row.due_on)}`}
          </div>
        ))}
        <small>{[...new Set(asked.map(({ team_name }) => team_name))].join(', ')}</small>
      </td>
      <td>
        <StatusTag status={statusOfOpenTask(firstDue, today)} />
        <br />
        {formatDateForStaff(firstDue)}, {formatDaysFromToday(firstDue, today)}
      </td>
    </tr>
  )
}
