import { Tag, type TagColour } from '@/components/nhs/tag'
import { importReasonWords } from '@/lib/patients/import/import-reasons'
import type { PatientImportReview } from '@/lib/patients/patient-imports'
import { PersonInRow } from './person-in-row'

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
              <Who row={row} isWaiting={isWaiting} />
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

/** A row may lack any part of it; two identifiers are shown together or not at all. */
function Who({ row: { name, nhsNumber, bornOn }, isWaiting }: { row: Row; isWaiting: boolean }) {
  const shown = name ?? (isWaiting ? 'No name' : 'Not kept')
  return nhsNumber && bornOn ? <PersonInRow person={{ name: shown, nhsNumber, bornOn }} /> : shown
}

function whyWords({ reasons, earlierRow }: Row): string {
  const words = reasons.map(importReasonWords).join('. ')
  return earlierRow === null ? words : `${words}: row ${earlierRow.toLocaleString('en-GB')}`
}
