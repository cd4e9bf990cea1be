import { formatDateForBanner } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
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
      <a href={routes.patient(row.patient_id)}>
        {formatNameForStaff({ title: row.title, givenName: row.given_name, familyName: row.family_name })}
      </a>
      <br />
      <span className="app-number">
        {formatNhsNumber(row.nhs_number)} Born {formatDateForBanner(row.born_on)}
      </span>
    </th>
  )
}
