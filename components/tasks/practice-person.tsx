import { PersonInRow } from '@/components/patients/person-in-row'
import { formatNameForStaff } from '@/lib/nhs/person-name'
import { routes } from '@/lib/platform/routes'
import type { RegisteredRow } from '@/lib/tasks/practice-home-rows'

type Person = Pick<
  RegisteredRow,
  'patient_id' | 'title' | 'given_name' | 'family_name' | 'nhs_number' | 'born_on'
>

/** Two identifiers in every row. */
export function PersonCell({ row }: { row: Person }) {
  return (
    <th scope="row">
      <PersonInRow
        person={{
          name: formatNameForStaff({
            title: row.title,
            givenName: row.given_name,
            familyName: row.family_name,
          }),
          nhsNumber: row.nhs_number,
          bornOn: row.born_on,
        }}
        href={routes.patient(row.patient_id)}
      />
    </th>
  )
}
