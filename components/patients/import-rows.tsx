import { Table } from '@/components/nhs/table'
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

/** Rows of a file as they were judged, numbered as a spreadsheet numbers them. */
export function ImportRows({ rows }: { rows: readonly Row[] }) {
  if (rows.length === 0) return <p>No row fits these filters.</p>
  return (
    <Table
      caption="Rows"
      captionHidden
      compact
      columns={[
        { label: 'Row', numeric: true },
        { label: 'Patient' },
        { label: 'NHS number' },
        { label: 'Born' },
        { label: 'Verdict' },
        { label: 'Why' },
      ]}
      rows={rows.map((row) => ({
        key: String(row.row),
        cells: [
          row.row.toLocaleString('en-GB'),
          row.name ?? '',
          row.nhsNumber ? (
            <span className="app-number" key="number">
              {formatNhsNumber(row.nhsNumber)}
            </span>
          ) : (
            ''
          ),
          row.bornOn ? formatDateForBanner(row.bornOn) : '',
          <Tag colour={VERDICTS[row.verdict].colour} key="verdict">
            {VERDICTS[row.verdict].label}
          </Tag>,
          whyWords(row),
        ],
      }))}
    />
  )
}

function whyWords({ reasons, earlierRow }: Row): string {
  const words = reasons.map(importReasonWords).join('. ')
  return earlierRow === null ? words : `${words}: row ${earlierRow.toLocaleString('en-GB')}`
}
