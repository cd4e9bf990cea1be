import { ViewLinks } from '@/components/nhs/view-links'
import {
  dueReviewsAddress,
  REVIEW_CHOICES,
  type DueReviewFilter,
} from '@/lib/cancer-care-reviews/due-review-filter'
import { REVIEW_CHOICE_LABELS } from '@/lib/cancer-care-reviews/labels'

/** Which reviews to show: one link each, all state in the address. */
export function ReviewChoices({ filter }: { filter: DueReviewFilter }) {
  return (
    <ViewLinks
      label="Which reviews"
      links={REVIEW_CHOICES.map((show) => ({
        href: dueReviewsAddress(filter, { show }),
        label: REVIEW_CHOICE_LABELS[show],
        isCurrent: filter.show === show,
      }))}
    />
  )
}
