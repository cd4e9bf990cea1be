import { Details } from '@/components/nhs/details'
import { Table } from '@/components/nhs/table'
import type { RowChange } from '@/lib/diagnoses/row-history'
import { formatInstantForStaff } from '@/lib/nhs/instant'

const COLUMNS = [{ label: 'What' }, { label: 'Before' }, { label: 'After' }]

/** What a row said before each change, who changed it and when; nothing for a row that was never changed. */
export function RowHistory({ history }: { history: readonly RowChange[] }) {
  if (history.length === 0) return null
  return (
    <>
      <h2>What was there before</h2>
      {history.map(({ version, at, by, differences }) => (
        <Details key={version} summary={`Version ${version}, until ${formatInstantForStaff(at)}`}>
          {differences.length > 0 ? (
            <Table
              caption={`Changed by ${by}`}
              captionSize="s"
              compact
              firstCellIsHeader
              columns={COLUMNS}
              rows={differences.map(({ label, before, after }) => ({
                key: label,
                cells: [label, before, after],
              }))}
            />
          ) : (
            <p>Changed by {by}. Every field said the same.</p>
          )}
        </Details>
      ))}
    </>
  )
}
