import { ListTable } from '@/components/nhs/list-table'
import { markup, type Markup } from '@/components/nhs/markup'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { RequestRow } from '@/lib/tasks/practice-home-rows'
import { TASK_KINDS } from '@/lib/tasks/task-kinds'
import { dueInRow } from './due-in-row'
import { personCell } from './person-cell'

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
    <ListTable
      caption={`Most overdue first${rows.length < count ? `. The first ${rows.length} of ${count}` : ''}`}
      columns={['Patient', 'Asked of the practice', 'First due']}
      rows={byPerson(rows).map((asked) => rowOf(asked, today))}
    />
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

function rowOf(asked: AboutOne, today: CalendarDate): Markup {
  const [{ due_on: firstDue }] = asked
  return markup`<tr>${personCell(asked[0])}
<td>${asked.map((row) => askedOf(row, firstDue))}<small>${[...new Set(asked.map(({ team_name }) => team_name))].join(', ')}</small></td>
<td>${dueInRow(firstDue, today)}</td></tr>`
}

function askedOf(row: RequestRow, firstDue: CalendarDate): Markup {
  const page = TASK_KINDS[row.kind].page({ patientId: row.patient_id, subjectId: row.subject_id })
  const accepted = row.kind === 'complete_summary_request' ? ', accepted' : ''
  const by = row.due_on === firstDue ? '' : `, by ${formatDateForStaff(row.due_on)}`
  return markup`<div><a href="${page}">${row.what}</a>${accepted}${by}</div>`
}
