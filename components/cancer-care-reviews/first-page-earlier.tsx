import type { FirstPage } from '@/lib/cancer-care-reviews/first-page'
import { REVIEW_CHANNEL_LABELS, REVIEW_FACT_LABELS } from '@/lib/cancer-care-reviews/labels'
import { REVIEW_MODE_LABELS } from '@/lib/cancer-care-reviews/recording-labels'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { REVIEW_ACTION_STATES } from '@/lib/review-actions/labels'

type Props = { page: Pick<FirstPage, 'earlier' | 'facts'>; patientId: string }

/** Reviews that were held after this diagnosis and what they agreed, and how the person was invited since. */
export function FirstPageEarlier({ page: { earlier, facts }, patientId }: Props) {
  return (
    <section>
      <h2 className="text-2xl">Earlier reviews</h2>
      {earlier.length === 0 ? <p>No review has been held after this diagnosis.</p> : null}
      {earlier.map((review) => (
        <div key={review.id}>
          <p>
            <a href={routes.heldReview(patientId, review.id)}>{formatDateForStaff(review.heldOn)}</a>,{' '}
            {REVIEW_MODE_LABELS[review.mode].toLowerCase()}, by {review.by ?? 'somebody'}:{' '}
            <span className="app-preserve-lines">{review.outcomeSummary}</span>
            {review.nextReviewOn
              ? ` Next review agreed for ${formatDateForStaff(review.nextReviewOn)}.`
              : null}
          </p>
          {review.agreed.length > 0 ? (
            <ul>
              {review.agreed.map(({ id, what, whose, state }) => (
                <li key={id}>
                  {what} ({whose}): {state ? REVIEW_ACTION_STATES[state].label.toLowerCase() : null}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      ))}
      <h3 className="text-xl">Invitations and answers</h3>
      {facts.length === 0 ? (
        <p>None recorded.</p>
      ) : (
        <ul>
          {facts.map(({ kind, on, channel, note }) => (
            <li key={`${kind} ${on} ${channel}`}>
              {REVIEW_FACT_LABELS[kind]} {formatDateForStaff(on)}
              {channel ? ` (${REVIEW_CHANNEL_LABELS[channel].toLowerCase()})` : null}
              {note ? `: ${note}` : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
