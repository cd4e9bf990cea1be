import type { FirstPage } from '@/lib/cancer-care-reviews/first-page'
import { REVIEW_LENGTH_LABELS } from '@/lib/cancer-care-reviews/recording-labels'
import { REVIEW_LENGTHS } from '@/lib/cancer-care-reviews/review-template'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { routes } from '@/lib/platform/routes'
import { ButtonGroup, ButtonLink } from '@/components/nhs/button'

type Props = { draft: FirstPage['draft']; patientId: string; diagnosisId: string }

/** The two ways to hold the review, or the one that is begun. */
export function BeginReview({ draft, patientId, diagnosisId }: Props) {
  const record = routes.recordReview(patientId, diagnosisId)
  return (
    <div className="print:hidden">
      <ButtonGroup>
        {REVIEW_LENGTHS.map((length) => (
          <ButtonLink
            href={`${record}?length=${length}`}
            variant={length === 'full' ? 'secondary' : undefined}
            key={length}
          >
            {REVIEW_LENGTH_LABELS[length].begin}
          </ButtonLink>
        ))}
      </ButtonGroup>
      {draft ? (
        <p>
          Something is saved: {formatInstantForStaff(draft.savedAt)} by {draft.savedBy ?? 'somebody'}. Both
          ways go on from it.
        </p>
      ) : null}
    </div>
  )
}
