import { Table } from '@/components/nhs/table'
import { Tag, type TagColour } from '@/components/nhs/tag'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import type { ResultFileState } from '@/lib/platform/prisma-client/enums'
import { routes } from '@/lib/platform/routes'
import type { ResultFileSummary } from '@/lib/results/result-files'

/** The states of a file, in words and colours. */
export const FILE_STATES: Readonly<Record<ResultFileState, { label: string; colour: TagColour }>> = {
  reviewing: { label: 'Needs review', colour: 'orange' },
  applied: { label: 'Filed', colour: 'green' },
  discarded: { label: 'Put away', colour: 'grey' },
}

/** The latest files of the actor's teams. */
export function ResultFilesTable({ files }: { files: readonly ResultFileSummary[] }) {
  if (files.length === 0) return <p>No file has been sent for your teams yet.</p>
  return (
    <Table
      responsive
      caption="Latest files"
      firstCellIsHeader
      columns={[
        { label: 'File' },
        { label: 'Team' },
        { label: 'Sent' },
        { label: 'Rows' },
        { label: 'State' },
      ]}
      rows={files.map(({ id, fileName, teamName, createdAt, createdBy, report, state }) => ({
        key: id,
        cells: [
          <a href={routes.resultFile(id)} key="file">
            {fileName || 'File without a name'}
          </a>,
          teamName,
          `${formatInstantForStaff(createdAt)}, ${createdBy}`,
          report.rows.toLocaleString('en-GB'),
          <Tag colour={FILE_STATES[state].colour} key="state">
            {FILE_STATES[state].label}
          </Tag>,
        ],
      }))}
    />
  )
}
