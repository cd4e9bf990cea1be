import { markup, type Markup } from '@/components/nhs/markup'
import { TrustedMarkup } from '@/components/nhs/trusted-markup'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import type { OpenTask } from '@/lib/patients/record/open-tasks'
import { routes } from '@/lib/platform/routes'
import { statusOfOpenTask } from '@/lib/tasks/labels'
import { taskStatuses } from '@/lib/tasks/status'

type Props = { patientId: string; open: readonly OpenTask[]; mayReadTasks: boolean; today: CalendarDate }

/** What is open, whose it is, and by when; a task of the actor's own teams leads to the page that meets it. */
export function RecordOpenTasks({ patientId, open, mayReadTasks, today }: Props) {
  const back = `?returnTo=${encodeURIComponent(routes.patient(patientId))}`
  return (
    <>
      <h2 className="text-2xl">Open now{open.length > 0 ? ` (${open.length})` : null}</h2>
      {open.length === 0 ? (
        <p>Nothing is open for this person.</p>
      ) : (
        <table className="app-list">
          <caption>Most overdue first</caption>
          <thead>
            <tr>
              <th scope="col">What to do</th>
              <th scope="col">Whose</th>
              <th scope="col">By when</th>
            </tr>
          </thead>
          <TrustedMarkup as="tbody" parts={open.map((task) => rowOf(task, back, today))} />
        </table>
      )}
      {mayReadTasks ? (
        <p>
          <a href={routes.patientTasks(patientId)}>What was done, handed on, moved or closed</a>
        </p>
      ) : null}
    </>
  )
}

function rowOf({ act, detail, whose, dueOn, href }: OpenTask, back: string, today: CalendarDate): Markup {
  const { label, colour } = taskStatuses[statusOfOpenTask(dueOn, today)]
  const tag = markup`<strong class="nhsuk-tag nhsuk-tag--${colour}">${label}</strong>`
  return markup`<tr><th scope="row">${href ? markup`<a href="${href}${back}">${act}</a>` : act}
${detail ? markup`<small>${detail}</small>` : null}</th>
<td data-label="Whose">${whose}</td>
<td data-label="By when">${formatDateForStaff(dueOn)}, ${formatDaysFromToday(dueOn, today)} ${dueOn < today ? tag : null}</td></tr>`
}
