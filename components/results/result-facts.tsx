import { SummaryList, type SummaryRow } from '@/components/nhs/summary-list'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { TOLD_BY_LABELS } from '@/lib/follow-up/labels'
import { DECISION_LABELS, OUTCOME_LABELS, SOURCE_LABELS, STATUS_LABELS } from '@/lib/results/labels'
import type { ResultView } from '@/lib/results/result-view'
import type { TestToAnswer } from '@/lib/results/test-choice'

type Props = { result: ResultView; releaseRule: string; answers: TestToAnswer | null }

/** A result as it came, and what was decided on it. */
export function ResultFacts({ result, releaseRule, answers }: Props) {
  const filed = `${formatDateForStaff(result.filedOn)}, ${SOURCE_LABELS[result.source]}`
  const rows: SummaryRow[] = [
    { label: 'Result', value: <strong>{result.words}</strong> },
    { label: 'Sample', value: formatDateForStaff(result.sampledOn) },
    { label: 'Status', value: STATUS_LABELS[result.status] },
    { label: 'Filed', value: result.filedBy ? `${filed}, by ${result.filedBy}` : filed },
  ]
  rows.push({ label: 'Answers', value: answersWords(answers) })
  if (result.referenceRange) rows.push({ label: 'Laboratory range', value: result.referenceRange })
  if (result.notes)
    rows.push({ label: 'Laboratory notes', value: <p className="whitespace-pre-wrap">{result.notes}</p> })
  if (result.reportText)
    rows.push({ label: 'Report', value: <p className="whitespace-pre-wrap">{result.reportText}</p> })
  if (result.outcome) rows.push({ label: 'Comes to', value: OUTCOME_LABELS[result.outcome] })
  if (result.confirmedSlip) rows.push({ label: 'Looked like a slip', value: result.confirmedSlip })
  rows.push({ label: 'May be told', value: releaseWords(result, releaseRule) })
  for (const { decision, by, on, note } of result.reviews)
    rows.push({
      label: `Reviewed ${formatDateForStaff(on)}`,
      value: `${DECISION_LABELS[decision]}, ${by}${note ? `: ${note}` : ''}`,
    })
  for (const { on, toldBy, by, nextOn, note } of result.tellings)
    rows.push({
      label: `Told ${formatDateForStaff(on)}`,
      value: [
        `${TOLD_BY_LABELS[toldBy]}, ${by}`,
        nextOn ? `next date ${formatDateForStaff(nextOn)}` : 'no next date',
        ...(note ? [note] : []),
      ].join(', '),
    })
  return <SummaryList rows={rows} />
}

/** Which test of follow-up a result answers, in words. */
export function answersWords(test: TestToAnswer | null): string {
  if (!test) return 'No test of follow-up: it stands by itself'
  return test.isExtra ? `A further ${test.name} beyond what was due, ${test.team}` : testWords(test)
}

/** A test that a result may answer: what, when it was due, and whose. */
export function testWords({ name, dueOn, team }: TestToAnswer): string {
  return `${name} due on ${formatDateForStaff(dueOn)}, ${team}`
}

function releaseWords({ releasedFrom, isStanding }: ResultView, rule: string): string {
  if (!isStanding) return 'No: a later version has taken its place'
  const from = releasedFrom ? `From ${formatInstantForStaff(releasedFrom)}` : 'Not yet'
  return `${from}. ${rule}`
}
