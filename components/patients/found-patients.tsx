import { Table } from '@/components/nhs/table'
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
      <Table
        caption={patients.length === 1 ? '1 patient' : `${patients.length} patients`}
        captionSize="m"
        compact
        firstCellIsHeader
        columns={[{ label: 'Patient' }, { label: 'NHS number' }, { label: 'Born' }, { label: 'Died' }]}
        rows={patients.map(({ id, name, nhsNumber, bornOn, diedOn }) => ({
          key: id,
          cells: [
            <a href={routes.patient(id)} key="name">
              {name}
            </a>,
            <span className="app-number" key="number">
              {formatNhsNumber(nhsNumber)}
            </span>,
            formatDateForBanner(bornOn),
            diedOn ? formatDateForBanner(diedOn) : '',
          ],
        }))}
      />
      {hasMore ? <p>There are more. Search by NHS number or by a longer part of the name.</p> : null}
    </>
  )
}
