import { ListTable } from '@/components/nhs/list-table'
import { markup } from '@/components/nhs/markup'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { AgreedRow } from '@/lib/tasks/agreed-in-reviews'
import { TASK_KINDS } from '@/lib/tasks/task-kinds'
import { dueInRow } from './due-in-row'
import { personCell } from './person-cell'

/** What cancer care reviews agreed and the practice follows up. */
export function AgreedInReviews({ rows, today }: { rows: readonly AgreedRow[]; today: CalendarDate }) {
  if (rows.length === 0) return <p>Nothing agreed in a review is open.</p>
  return (
    <ListTable
      caption="Most overdue first"
      columns={['Patient', 'What to do', 'Due']}
      rows={rows.map(
        (row) => markup`<tr>${personCell(row)}
<td><a href="${TASK_KINDS[row.kind].page({ patientId: row.patient_id, subjectId: row.subject_id })}">${row.detail ?? TASK_KINDS[row.kind].act}</a>
${row.kind === 'settle_review_action' ? markup`<small>The hospital team cannot do it</small>` : null}</td>
<td>${dueInRow(row.due_on, today)}</td></tr>`,
      )}
    />
  )
}
