import { diagnosisName } from '@/lib/diagnoses/labels'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { RecordView } from '@/lib/patients/record/record-view'
import type { ReviewOnRecord } from '@/lib/patients/record/reviews-on-record'
import { routes } from '@/lib/platform/routes'
import { REVIEW_ACTION_STATES } from '@/lib/review-actions/labels'

type Props = { patientId: string; record: Pick<RecordView, 'reviews' | 'diagnoses' | 'may'> }

/** Cancer care reviews of the practice: for hospital teams that each was held, and what the practice shares of it. */
export function RecordReviews({ patientId, record: { reviews, diagnoses, may } }: Props) {
  if (reviews.length === 0 && !may.holdReviews) return null
  return (
    <>
      <h2 className="text-2xl">Cancer care reviews</h2>
      {reviews.length === 0 ? <p>None has been held.</p> : null}
      <ul>
        {reviews.map((review) => (
          <li key={review.id}>
            <Held patientId={patientId} review={review} mayOpen={may.holdReviews} />
          </li>
        ))}
      </ul>
      {may.holdReviews
        ? diagnoses.map((diagnosis) => (
            <p key={diagnosis.id}>
              <a href={routes.cancerCareReview(patientId, diagnosis.id)}>
                Prepare or hold a review: {diagnosisName(diagnosis)}
              </a>
            </p>
          ))
        : null}
    </>
  )
}

type HeldProps = { patientId: string; review: ReviewOnRecord; mayOpen: boolean }

function Held({ patientId, review, mayOpen }: HeldProps) {
  const { id, heldOn, by, practice, outcome, nextReviewOn, actions } = review
  const when = formatDateForStaff(heldOn)
  const who = [by, practice].filter(Boolean).join(', ')
  return (
    <>
      Held {mayOpen ? <a href={routes.heldReview(patientId, id)}>{when}</a> : when}
      {who ? ` by ${who}` : null}.{' '}
      {outcome ? (
        <span className="app-preserve-lines">{outcome}</span>
      ) : (
        'The practice shares no more than that it was held.'
      )}
      {nextReviewOn ? ` Next review ${formatDateForStaff(nextReviewOn)}.` : null}
      {actions.length > 0 ? (
        <ul>
          {actions.map(({ id: actionId, what, whose, dueOn, state }) => (
            <li key={actionId}>
              <a href={routes.reviewAction(patientId, actionId)}>{what}</a>: {whose}, by{' '}
              {formatDateForStaff(dueOn)}, {REVIEW_ACTION_STATES[state].label.toLowerCase()}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
