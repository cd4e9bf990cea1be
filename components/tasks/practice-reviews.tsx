import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { TUMOUR_GROUP_LABELS, tumourGroupOf } from '@/lib/nhs/tumour-group'
import { routes } from '@/lib/platform/routes'
import { KIND_LABELS } from '@/lib/tasks/labels'
import type { ReviewRow } from '@/lib/tasks/practice-home-rows'
import { TASK_KINDS } from '@/lib/tasks/task-kinds'
import { DueInRow } from './due-in-row'
import { PersonCell } from './practice-person'

type Props = { rows: readonly ReviewRow[]; count: number; today: CalendarDate }

/** The most urgent cancer care reviews, and where the others are. */
export function ReviewsDue({ rows, count, today }: Props) {
  return (
    <>
      {rows.length === 0 ? (
        <p>No cancer care review is due within four weeks.</p>
      ) : (
        <table className="app-list">
          <caption>Overdue, or due within four weeks: the earliest first</caption>
          <thead>
            <tr>
              <th scope="col">Patient</th>
              <th scope="col">Review</th>
              <th scope="col">Due</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.kind} ${row.subject_id}`}>
                <PersonCell row={row} />
                <td>
                  <a
                    href={TASK_KINDS[row.kind].page({
                      patientId: row.patient_id,
                      subjectId: row.subject_id,
                    })}
                  >
                    {KIND_LABELS[row.kind]}
                  </a>
                  <br />
                  {TUMOUR_GROUP_LABELS[tumourGroupOf(row.icd10_code)]}
                </td>
                <td>
                  <DueInRow dueOn={row.due_on} today={today} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        <a href={routes.dueReviews()}>
          {count > rows.length
            ? `All ${count} reviews that are due, and the later ones`
            : 'All reviews, and invitations to them'}
        </a>
      </p>
    </>
  )
}
