import { SummaryList } from '@/components/nhs/summary-list'
import { Tag } from '@/components/nhs/tag'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { routes } from '@/lib/platform/routes'
import type { ResultFileReview } from '@/lib/results/result-files'
import { FILE_STATES } from './result-files-table'

/** What is in a file and, once it was dealt with, what came of it. */
export function FileCounts({ file }: { file: ResultFileReview }) {
  const { report, state } = file
  const number = (count: number) => count.toLocaleString('en-GB')
  const counts =
    state === 'applied'
      ? [
          { label: 'Filed, to be reviewed', value: number(report.came.filed) },
          { label: 'Left to a person', value: queueWords(report.came.queued) },
          { label: 'Here already', value: number(report.came.known) },
        ]
      : [
          { label: 'To be filed', value: number(report.file) },
          { label: 'To be left to a person', value: number(report.queue) },
          { label: 'Here already', value: number(report.known) },
        ]
  return (
    <SummaryList
      rows={[
        { label: 'File', value: file.fileName || 'File without a name' },
        { label: 'Team', value: file.teamName },
        { label: 'Sent', value: `${formatInstantForStaff(file.createdAt)}, ${file.createdBy}` },
        { label: 'State', value: <Tag colour={FILE_STATES[state].colour}>{FILE_STATES[state].label}</Tag> },
        { label: 'Rows', value: number(report.rows) },
        ...counts,
        { label: 'Not taken', value: number(report.rejected) },
      ]}
    />
  )
}

function queueWords(count: number) {
  if (count === 0) return '0'
  return (
    <>
      {count.toLocaleString('en-GB')}: <a href={routes.unmatchedResults()}>results that could not be filed</a>
    </>
  )
}
