import { ListTable } from '@/components/nhs/list-table'
import { markup } from '@/components/nhs/markup'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { TUMOUR_GROUP_LABELS, tumourGroupOf } from '@/lib/nhs/tumour-group'
import { routes } from '@/lib/platform/routes'
import { KIND_LABELS } from '@/lib/tasks/labels'
import type { ReviewRow } from '@/lib/tasks/practice-home-rows'
import { TASK_KINDS } from '@/lib/tasks/task-kinds'
import { dueInRow } from './due-in-row'
import { personCell } from './person-cell'

type Props = { rows: readonly ReviewRow[]; count: number; today: CalendarDate }

/** The most urgent cancer care reviews, and where the others are. */
export function ReviewsDue({ rows, count, today }: Props) {
  return (
    <>
      {rows.length === 0 ? (
        <p>No cancer care review is due within four weeks.</p>
      ) : (
        <ListTable
          caption="Overdue, or due within four weeks: the earliest first"
          columns={['Patient', 'Review', 'Due']}
          rows={rows.map(
            (row) => markup`<tr>${personCell(row)}
<td><a href="${TASK_KINDS[row.kind].page({ patientId: row.patient_id, subjectId: row.subject_id })}">${KIND_LABELS[row.kind]}</a><br>
${TUMOUR_GROUP_LABELS[tumourGroupOf(row.icd10_code)]}</td>
<td>${dueInRow(row.due_on, today)}</td></tr>`,
          )}
        />
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
