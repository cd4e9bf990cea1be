import {
  dueReviewsAddress,
  REVIEW_CHOICES,
  type DueReviewFilter,
} from '@/lib/cancer-care-reviews/due-review-filter'
import { REVIEW_CHOICE_LABELS } from '@/lib/cancer-care-reviews/labels'

/** Which reviews to show: one link each, all state in the address. */
export function ReviewChoices({ filter }: { filter: DueReviewFilter }) {
  return (
    <nav className="app-switch" aria-label="Which reviews">
      {REVIEW_CHOICES.map((show) => (
        <a
          key={show}
          href={dueReviewsAddress(filter, { show })}
          aria-current={filter.show === show ? 'page' : undefined}
        >
          {REVIEW_CHOICE_LABELS[show]}
        </a>
      ))}
    </nav>
  )
}
