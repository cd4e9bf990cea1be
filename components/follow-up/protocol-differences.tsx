import { Table } from '@/components/nhs/table'
import type { Difference } from '@/lib/follow-up/protocol-differences'

const NOTHING = 'Nothing'

/** What a version says otherwise than the one that stands. */
export function ProtocolDifferences({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) return <p>It says nothing otherwise than the version that is published.</p>
  return (
    <Table
      caption="What is different from the version that is published"
      captionSize="m"
      compact
      firstCellIsHeader
      columns={[{ label: 'What' }, { label: 'Published now' }, { label: 'In this version' }]}
      rows={differences.map(({ heading, what, before, after }) => ({
        key: `${heading} ${what}`,
        cells: [`${heading}: ${what}`, before ?? NOTHING, after ?? NOTHING],
      }))}
    />
  )
}
