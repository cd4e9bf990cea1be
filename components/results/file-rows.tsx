import { Tag, type TagColour } from '@/components/nhs/tag'
import { ROW_REASON_WORDS, type RowVerdict } from '@/lib/results/file/staged-row'
import type { FileReviewRow } from '@/lib/results/result-files'

const VERDICTS: Readonly<Record<RowVerdict, { label: string; colour: TagColour }>> = {
  file: { label: 'To be filed', colour: 'green' },
  queue: { label: 'To a person', colour: 'orange' },
  known: { label: 'Here already', colour: 'grey' },
  rejected: { label: 'Not taken', colour: 'red' },
}

type Props = {
  rows: readonly FileReviewRow[]
  /** Whom a row is about is kept only while the file waits. */
  isWaiting: boolean
}

/** Rows of a file as they were judged, numbered as a spreadsheet numbers them. */
export function FileRows({ rows, isWaiting }: Props) {
  if (rows.length === 0) return <p>No row has anything to look at.</p>
  return (
    <table className="app-list">
      <caption>In the order of the file, whose headings are row 1</caption>
      <thead>
        <tr>
          <th scope="col">Row</th>
          <th scope="col">Patient</th>
          <th scope="col">Result</th>
          <th scope="col">What becomes of it</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, verdict, reason, cells }) => (
          <tr key={row}>
            <td data-label="Row">{row.toLocaleString('en-GB')}</td>
            <th scope="row">
              {cells ? (
                <>
                  {cells.familyName.toUpperCase()}, {cells.givenName}
                  <br />
                  <span className="app-number">
                    {cells.nhsNumber} Born {cells.bornOn}
                  </span>
                </>
              ) : isWaiting ? (
                'Could not be read'
              ) : (
                'Not kept'
              )}
            </th>
            <td>{cells ? `${cells.testCode} ${cells.value} ${cells.unit}, ${cells.sampledOn}` : null}</td>
            <td>
              <Tag colour={VERDICTS[verdict].colour}>{VERDICTS[verdict].label}</Tag>
            </td>
            <td>{reason ? ROW_REASON_WORDS[reason] : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
