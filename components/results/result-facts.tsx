import { SummaryList, type SummaryRow } from '@/components/nhs/summary-list'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { TOLD_BY_LABELS } from '@/lib/follow-up/labels'
import { DECISION_LABELS, OUTCOME_LABELS, SOURCE_LABELS, STATUS_LABELS } from '@/lib/results/labels'
import type { ResultView, ReviewView } from '@/lib/results/result-view'
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
  rows.push(...besideIt(result))
  rows.push({ label: 'May be told', value: releaseWords(result, releaseRule) })
  for (const review of result.reviews)
    rows.push({
      label: `Reviewed ${formatDateForStaff(review.on)}`,
      value: reviewWords(review),
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

/** What came with it, as far as anything did. */
function besideIt({
  referenceRange,
  notes,
  reportText,
  outcome,
  doubts,
  confirmedSlip,
}: ResultView): SummaryRow[] {
  const inLines = (text: string) => <p className="whitespace-pre-wrap">{text}</p>
  return [
    { label: 'Laboratory range', value: referenceRange },
    { label: 'Laboratory notes', value: notes && inLines(notes) },
    { label: 'Report', value: reportText && inLines(reportText) },
    { label: 'Comes to', value: outcome && OUTCOME_LABELS[outcome] },
    { label: 'Looks like a slip', value: doubts },
    { label: 'Looked like a slip', value: confirmedSlip },
  ].filter(({ value }) => Boolean(value))
}

/** What was decided, by whom and why: `Contact the person, Olu Adeyemi: Call him first`. */
export function reviewWords({ decision, by, note }: ReviewView): string {
  return `${DECISION_LABELS[decision]}, ${by}${note ? `: ${note}` : ''}`
}

/** Which test of follow-up a result answers, in words. */
export function answersWords(test: TestToAnswer | null): string {
  if (!test) return 'No test of follow-up: it stands by itself'
  return test.isExtra ? `A further ${test.name} beyond what was due, ${test.team}` : testWords(test)
}

/** A test that a result may answer: what, when it was due, and whose. */
export function testWords({ name, dueOn, team, isOver }: TestToAnswer): string {
  const words = `${name} due on ${formatDateForStaff(dueOn)}, ${team}`
  return isOver ? `${words}, of follow-up that has ended` : words
}

function releaseWords({ releasedFrom, isStanding }: ResultView, rule: string): string {
  if (!isStanding) return 'No: a later version has taken its place'
  const from = releasedFrom ? `From ${formatInstantForStaff(releasedFrom)}` : 'Not yet'
  return `${from}. ${rule}`
}
