import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button, ButtonGroup } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { WarningCallout } from '@/components/nhs/warning-callout'
import { VoidedNotice } from '@/components/patients/voided-notice'
import { pageRead } from '@/lib/accounts/page-read'
import { getHeldReview } from '@/lib/cancer-care-reviews/held-review'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { voidReviewAction } from './actions'

export const metadata: Metadata = { title: 'Mark a review as recorded in error' }

type Props = { params: Promise<{ patientId: string; reviewId: string }> }

export default async function VoidReviewPage({ params }: Props) {
  const { patientId, reviewId } = await params
  const review = await pageRead((actor) => getHeldReview(actor, { patientId, reviewId }))
  const back = routes.heldReview(patientId, reviewId)
  return (
    <Main before={<BackLink href={back} />}>
      <ActionForm action={voidReviewAction}>
        <h1>Mark this review as recorded in error</h1>
        {review.voided ? (
          <VoidedNotice voided={review.voided} />
        ) : (
          <>
            <WarningCallout headingLevel={2}>
              <p>
                The review of {formatDateForStaff(review.heldOn)} stays readable in your practice, with your
                reason, and no longer counts: the review is still to be held, what it agreed and is not done
                is withdrawn, and the hospital reads nothing of it. This cannot be undone.
              </p>
            </WarningCallout>
            <SubmissionId />
            <HiddenInput name="patientId" value={patientId} />
            <HiddenInput name="reviewId" value={reviewId} />
            <TextArea name="reason" label="What was wrong?" rows={3} />
            <ButtonGroup>
              <Button variant="warning">Mark as recorded in error</Button>
              <a href={back}>Cancel</a>
            </ButtonGroup>
          </>
        )}
      </ActionForm>
    </Main>
  )
}
