import { markup, type Markup } from '@/components/nhs/markup'
import { PersonInRow, personInRow } from '@/components/patients/person-in-row'
import { formatNameForStaff } from '@/lib/nhs/person-name'
import { routes } from '@/lib/platform/routes'
import type { PatientIdentity } from '@/lib/patients/patient-identity'
import type { RegisteredRow } from '@/lib/tasks/practice-home-rows'

type Person = Pick<
  RegisteredRow,
  'patient_id' | 'title' | 'given_name' | 'family_name' | 'nhs_number' | 'born_on'
>

/** Two identifiers in every row. */
export function PersonCell({ row }: { row: Person }) {
  return (
    <th scope="row">
      <PersonInRow person={personOf(row)} href={routes.patient(row.patient_id)} />
    </th>
  )
}

/** The same for rows that are written as text. */
export function personCell(row: Person): Markup {
  return markup`<th scope="row">${personInRow(personOf(row), routes.patient(row.patient_id))}</th>`
}

function personOf(row: Person): PatientIdentity {
  return {
    name: formatNameForStaff({ title: row.title, givenName: row.given_name, familyName: row.family_name }),
    nhsNumber: row.nhs_number,
    bornOn: row.born_on,
  }
}
