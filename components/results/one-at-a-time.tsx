import { ListTable } from '@/components/nhs/list-table'
import { markup, type Markup } from '@/components/nhs/markup'
import { personInRow } from '@/components/patients/person-in-row'
import { dueInRow } from '@/components/tasks/due-in-row'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { PatientIdentity } from '@/lib/patients/patient-identity'

/** Something that has to be looked at by itself. */
export type SingleRow = { person: PatientIdentity; result: Markup; why: string; dueOn: CalendarDate }

type Props = {
  rows: readonly SingleRow[]
  today: CalendarDate
  /** Heading of the last column: what is due. */
  due: string
}

/** Results that somebody takes one at a time, each with why. */
export function OneAtATime({ rows, today, due }: Props) {
  return (
    <ListTable
      caption="One at a time, earliest due first"
      columns={['Patient', 'Result', 'Why', due]}
      rows={rows.map(
        ({ person, result, why, dueOn }) => markup`<tr><th scope="row">${personInRow(person)}</th>
<td>${result}</td><td>${why}</td><td data-label="${due}">${dueInRow(dueOn, today)}</td></tr>`,
      )}
    />
  )
}
