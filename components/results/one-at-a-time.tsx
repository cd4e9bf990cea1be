import type { ReactNode } from 'react'
import { PersonInRow } from '@/components/patients/person-in-row'
import { DueInRow } from '@/components/tasks/due-in-row'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { PatientIdentity } from '@/lib/patients/patient-identity'

/** Something that has to be looked at by itself. */
export type SingleRow = {
  key: string
  person: PatientIdentity
  result: ReactNode
  why: ReactNode
  dueOn: CalendarDate
}

type Props = {
  rows: readonly SingleRow[]
  today: CalendarDate
  /** Heading of the last column: what is due. */
  due: string
}

/** Results that somebody takes one at a time, each with why. */
export function OneAtATime({ rows, today, due }: Props) {
  return (
    <table className="app-list">
      <caption>One at a time, earliest due first</caption>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Result</th>
          <th scope="col">Why</th>
          <th scope="col">{due}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, person, result, why, dueOn }) => (
          <tr key={key}>
            <th scope="row">
              <PersonInRow person={person} />
            </th>
            <td>{result}</td>
            <td>{why}</td>
            <td data-label={due}>
              <DueInRow dueOn={dueOn} today={today} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
