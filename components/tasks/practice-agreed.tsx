import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { AgreedRow } from '@/lib/tasks/agreed-in-reviews'
import { TASK_KINDS } from '@/lib/tasks/task-kinds'
import { DueInRow } from './due-in-row'
import { PersonCell } from './practice-person'

/** What cancer care reviews agreed and the practice follows up. */
export function AgreedInReviews({ rows, today }: { rows: readonly AgreedRow[]; today: CalendarDate }) {
  if (rows.length === 0) return <p>Nothing agreed in a review is open.</p>
  return (
    <table className="app-list">
      <caption>Most overdue first</caption>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">What to do</th>
          <th scope="col">Due</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.kind} ${row.subject_id}`}>
            <PersonCell row={row} />
            <td>
              <a href={TASK_KINDS[row.kind].page({ patientId: row.patient_id, subjectId: row.subject_id })}>
                {row.detail ?? TASK_KINDS[row.kind].act}
              </a>
              {row.kind === 'settle_review_action' ? <small>The hospital team cannot do it</small> : null}
            </td>
            <td>
              <DueInRow dueOn={row.due_on} today={today} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
