import { markup, type Markup } from '@/components/nhs/markup'
import { TrustedMarkup } from '@/components/nhs/trusted-markup'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForBanner, formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import { formatNameForStaff } from '@/lib/nhs/person-name'
import { routes } from '@/lib/platform/routes'
import { statusOfOpenTask } from '@/lib/tasks/labels'
import { taskStatuses } from '@/lib/tasks/status'
import { TASK_KINDS } from '@/lib/tasks/task-kinds'
import type { WorklistRow } from '@/lib/tasks/worklist'

type Props = { rows: readonly WorklistRow[]; today: CalendarDate; staffId: string; returnTo: string }

/** Rows as text: this is the page that everybody opens all day, and React's cost is by the element. */
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
      <TrustedMarkup as="tbody" parts={rows.map((row) => rowOf(row, { today, staffId, back }))} />
    </table>
  )
}

type Seen = { today: CalendarDate; staffId: string; back: string }

function rowOf(row: WorklistRow, { today, staffId, back }: Seen): Markup {
  const { act, page } = TASK_KINDS[row.kind]
  const name = { title: row.title, givenName: row.given_name, familyName: row.family_name }
  const step = page({ patientId: row.patient_id, subjectId: row.subject_id })
  const { label, colour } = taskStatuses[statusOfOpenTask(row.due_on, today)]
  return markup`<tr><th scope="row"><a href="${routes.patient(row.patient_id)}">${formatNameForStaff(name)}</a><br>
<span class="app-number">${formatNhsNumber(row.nhs_number)} Born ${formatDateForBanner(row.born_on)}</span></th>
<td><a href="${step}?${back}">${act}</a>${row.detail ? markup`<p>${row.detail}</p>` : null}</td>
<td><strong class="nhsuk-tag nhsuk-tag--${colour}">${label}</strong><br>
<span class="app-number">${formatDateForStaff(row.due_on)}, ${formatDaysFromToday(row.due_on, today)}</span></td>
<td data-label="Owner">${ownerWords(row, staffId)}<br>
<a href="${routes.reassignTask(row.id)}?${back}">Change<span class="app-hidden"> owner or date of this task</span></a></td></tr>`
}

function ownerWords(row: WorklistRow, staffId: string): string {
  if (!row.owner_id) return 'The team'
  return row.owner_id === staffId ? 'Me' : `${row.owner_given_name} ${row.owner_family_name}`
}
