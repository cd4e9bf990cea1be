import { ListTable } from '@/components/nhs/list-table'
import { markup, type Markup } from '@/components/nhs/markup'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { routes } from '@/lib/platform/routes'
import { TASK_KINDS } from '@/lib/tasks/task-kinds'
import type { WorklistRow } from '@/lib/tasks/worklist'
import { dueInRow } from './due-in-row'
import { personCell } from './person-cell'

type Props = { rows: readonly WorklistRow[]; today: CalendarDate; staffId: string; returnTo: string }

/** Rows as text: this is the page that everybody opens all day, and React's cost is by the element. */
export function WorklistRows({ rows, today, staffId, returnTo }: Props) {
  const back = `returnTo=${encodeURIComponent(returnTo)}`
  return (
    <ListTable
      caption="Most overdue first"
      columns={['Patient', 'What to do', 'Due', 'Owner']}
      rows={rows.map((row) => rowOf(row, { today, staffId, back }))}
    />
  )
}

type Seen = { today: CalendarDate; staffId: string; back: string }

function rowOf(row: WorklistRow, { today, staffId, back }: Seen): Markup {
  const { act, page } = TASK_KINDS[row.kind]
  const step = page({ patientId: row.patient_id, subjectId: row.subject_id })
  return markup`<tr>${personCell(row)}
<td><a href="${step}?${back}">${act}</a>${row.detail ? markup`<p>${row.detail}</p>` : null}</td>
<td>${dueInRow(row.due_on, today)}</td>
<td data-label="Owner">${ownerWords(row, staffId)}<br>
<a href="${routes.reassignTask(row.id)}?${back}">Change<span class="app-hidden"> owner or date of this task</span></a></td></tr>`
}

function ownerWords(row: WorklistRow, staffId: string): string {
  if (!row.owner_id) return 'The team'
  return row.owner_id === staffId ? 'Me' : `${row.owner_given_name} ${row.owner_family_name}`
}
