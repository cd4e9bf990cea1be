import { StatusTag } from '@/components/nhs/status-tag'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForBanner, formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import { formatNameForStaff } from '@/lib/nhs/person-name'
import { routes } from '@/lib/platform/routes'
import { statusOfOpenTask } from '@/lib/tasks/labels'
import { TASK_KINDS } from '@/lib/tasks/task-kinds'
import type { WorklistRow } from '@/lib/tasks/worklist'

type Props = { rows: readonly WorklistRow[]; today: CalendarDate; staffId: string; returnTo: string }

/** Plain cells in one component: this is the page that everybody opens all day, and its cost is by the element. */
export function WorklistRows({ rows, today, staffId, returnTo }: Props) {
  const back = `returnTo=${encodeURIComponent(returnTo)}`
  return (
    <table className="app-list">
      <caption>Most overdue first</caption>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">What to do</th>
          <th scope="col">Due</th>
          <th scope="col">Owner</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={routes.patient(row.patient_id)}>
                {formatNameForStaff({
                  title: row.title,
                  givenName: row.given_name,
                  familyName: row.family_name,
                })}
              </a>
              <br />
              <span className="app-number">
                {formatNhsNumber(row.nhs_number)} Born {formatDateForBanner(row.born_on)}
              </span>
            </th>
            <td>
              <a
                href={`${TASK_KINDS[row.kind].page({ patientId: row.patient_id, subjectId: row.subject_id })}?${back}`}
              >
                {TASK_KINDS[row.kind].act}
              </a>
              {row.detail ? <p>{row.detail}</p> : null}
            </td>
            <td>
              <StatusTag status={statusOfOpenTask(row.due_on, today)} />
              <br />
              <span className="app-number">
                {formatDateForStaff(row.due_on)}, {formatDaysFromToday(row.due_on, today)}
              </span>
            </td>
            <td data-label="Owner">
              {ownerWords(row, staffId)}
              <br />
              <a href={`${routes.reassignTask(row.id)}?${back}`}>
                Change<span className="app-hidden"> owner or date of this task</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ownerWords(row: WorklistRow, staffId: string): string {
  if (!row.owner_id) return 'The team'
  return row.owner_id === staffId ? 'Me' : `${row.owner_given_name} ${row.owner_family_name}`
}
