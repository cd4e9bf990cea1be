import { Table } from '@/components/nhs/table'
import { Tag } from '@/components/nhs/tag'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { DECISION_LABELS } from '@/lib/results/labels'
import type { ReleasedResult } from '@/lib/results/released-results'

/** Results as a practice reads them: what was found, whether a rule objects, what the team decided, and whether the person knows. */
export function ReleasedResultsTable({ results }: { results: readonly ReleasedResult[] }) {
  return (
    <Table
      responsive
      caption="Latest sample first"
      firstCellIsHeader
      columns={['What', 'Result', 'Sample', 'Decided', 'The person', 'Released by'].map((label) => ({
        label,
      }))}
      rows={results.map((result) => ({
        key: result.id,
        cells: [
          result.name,
          <Found result={result} key="result" />,
          formatDateForStaff(result.sampledOn),
          decidedWords(result),
          result.toldOn ? `Told on ${formatDateForStaff(result.toldOn)}` : 'Not yet told',
          releasedWords(result),
        ],
      }))}
    />
  )
}

function Found({ result: { words, isCorrection, hasAlerts, reportText } }: { result: ReleasedResult }) {
  return (
    <>
      {words}
      {isCorrection ? ', corrected' : ''}
      {hasAlerts ? (
        <div>
          <Tag colour="orange">Out of range, or in question</Tag>
        </div>
      ) : null}
      {reportText ? <p className="whitespace-pre-wrap">{reportText}</p> : null}
    </>
  )
}

function decidedWords({ decision, hasAlerts }: ReleasedResult): string {
  if (decision) return DECISION_LABELS[decision]
  return hasAlerts ? 'The team looks at it again' : 'In range by a rule that the team approved'
}

function releasedWords({ team, releasedAt }: ReleasedResult): string {
  return `${team.name}${team.telephone ? `, ${team.telephone}` : ''}, ${formatInstantForStaff(releasedAt)}`
}
