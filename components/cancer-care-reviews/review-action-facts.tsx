import { SummaryList, type SummaryRow } from '@/components/nhs/summary-list'
import { Tag } from '@/components/nhs/tag'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { REVIEW_ACTION_FACT_WORDS, REVIEW_ACTION_STATES } from '@/lib/review-actions/labels'
import type { ReviewActionPage } from '@/lib/review-actions/review-action'

type Props = { action: ReviewActionPage; today: CalendarDate }

/** What was agreed, whose it is, by when, where it stands and how it came there. */
export function ReviewActionFacts({ action, today }: Props) {
  const { label, colour } = REVIEW_ACTION_STATES[action.state]
  const { owner, practice, dueOn, history } = action
  const rows: SummaryRow[] = [
    { label: 'State', value: <Tag colour={colour}>{label}</Tag> },
    { label: 'What', value: <span className="app-preserve-lines">{action.what}</span> },
    { label: 'Whose', value: [owner.name, owner.telephone].filter(Boolean).join(', ') },
    { label: 'By when', value: `${formatDateForStaff(dueOn)}, ${formatDaysFromToday(dueOn, today)}` },
    {
      label: 'Agreed',
      value: (
        <>
          {formatDateForStaff(action.agreedOn)} with{' '}
          {[practice.name, practice.telephone].filter(Boolean).join(', ')}
          {action.isPractice ? (
            <>
              . <a href={routes.heldReview(action.patientId, action.reviewId)}>Read the review</a>
            </>
          ) : null}
        </>
      ),
    },
  ]
  return (
    <>
      <SummaryList rows={rows} />
      {history.length > 0 ? (
        <>
          <h2>What happened so far</h2>
          <ol>
            {history.map(({ kind, on, by, note, dueOn: movedTo }, index) => (
              <li key={`${index} ${kind}`}>
                {REVIEW_ACTION_FACT_WORDS[kind]}
                {movedTo ? ` to ${formatDateForStaff(movedTo)}` : null} on {formatDateForStaff(on)}, recorded
                by {by}
                {note ? <span className="app-preserve-lines">. {note}</span> : null}
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </>
  )
}
