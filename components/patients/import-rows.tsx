import { Tag, type TagColour } from '@/components/nhs/tag'
import { formatDateForBanner } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import { importReasonWords } from '@/lib/patients/import/import-reasons'
import type { PatientImportReview } from '@/lib/patients/patient-imports'

type Row = PatientImportReview['rows'][number]

const VERDICTS: Readonly<Record<Row['verdict'], { label: string; colour: TagColour }>> = {
  accepted: { label: 'Accepted', colour: 'green' },
  rejected: { label: 'Rejected', colour: 'red' },
  duplicate: { label: 'Repeat', colour: 'grey' },
}

type Props = {
  rows: readonly Row[]
  /** Who a row is about is kept only while the import waits. */
  isWaiting: boolean
}

/** Rows of a file as they were judged, numbered as a spreadsheet numbers them. */
export function ImportRows({ rows, isWaiting }: Props) {
  if (rows.length === 0) return <p>No row fits these filters.</p>
  return (
    <table className="app-list">
      <caption>In the order of the file, whose headings are row 1</caption>
      <thead>
        <tr>
          <th scope="col">Row</th>
          <th scope="col">Patient</th>
          <th scope="col">Verdict</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row}>
            <td data-label="Row">{row.row.toLocaleString('en-GB')}</td>
            <th scope="row">
              {row.name ?? (isWaiting ? 'No name' : 'Not kept')}
              {row.nhsNumber && row.bornOn ? (
                <small>
                  <span className="app-number">{formatNhsNumber(row.nhsNumber)}</span> Born{' '}
                  <span className="app-number">{formatDateForBanner(row.bornOn)}</span>
                </small>
              ) : null}
            </th>
            <td>
              <Tag colour={VERDICTS[row.verdict].colour}>{VERDICTS[row.verdict].label}</Tag>
            </td>
            <td>{whyWords(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function whyWords({ reasons, earlierRow }: Row): string {
  const words = reasons.map(importReasonWords).join('. ')
  return earlierRow === null ? words : `${words}: row ${earlierRow.toLocaleString('en-GB')}`
}
