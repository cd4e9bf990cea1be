import { formatDateForBanner } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import type { FoundPatient } from '@/lib/patients/search-patients'
import { routes } from '@/lib/platform/routes'

type Props = { patients: readonly FoundPatient[]; hasMore: boolean }

/** Whom a search found, each with two identifiers. */
export function FoundPatients({ patients, hasMore }: Props) {
  if (patients.length === 0) return <p>Nobody whom this search found is in your care any more.</p>
  return (
    <>
      <table className="app-list">
        <caption>{patients.length === 1 ? '1 patient' : `${patients.length} patients`}</caption>
        <thead>
          <tr>
            <th scope="col">Patient</th>
            <th scope="col">NHS number</th>
            <th scope="col">Born</th>
            <th scope="col">Died</th>
          </tr>
        </thead>
        <tbody>
          {patients.map(({ id, name, nhsNumber, bornOn, diedOn }) => (
            <tr key={id}>
              <th scope="row">
                <a href={routes.patient(id)}>{name}</a>
              </th>
              <td className="app-number">{formatNhsNumber(nhsNumber)}</td>
              <td className="app-number" data-label="Born">
                {formatDateForBanner(bornOn)}
              </td>
              {diedOn ? (
                <td className="app-number" data-label="Died">
                  {formatDateForBanner(diedOn)}
                </td>
              ) : (
                <td />
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {hasMore ? <p>There are more. Search by NHS number or by a longer part of the name.</p> : null}
    </>
  )
}
