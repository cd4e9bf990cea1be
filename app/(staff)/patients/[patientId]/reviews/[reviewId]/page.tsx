import type { Metadata } from 'next'
import { ReviewActionList } from '@/components/cancer-care-reviews/review-action-list'
import { ReviewAnswers } from '@/components/cancer-care-reviews/review-answers'
import { PrintButton } from '@/components/care-plans/print-button'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { VoidedNotice } from '@/components/patients/voided-notice'
import { pageRead } from '@/lib/accounts/page-read'
import { getHeldReview } from '@/lib/cancer-care-reviews/held-review'
import { REVIEW_DONE_WORDS } from '@/lib/cancer-care-reviews/recording-labels'
import { diagnosisName } from '@/lib/diagnoses/labels'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Cancer care review' }

type Props = {
  params: Promise<{ patientId: string; reviewId: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

export default async function HeldReviewPage({ params, searchParams }: Props) {
  const { patientId, reviewId } = await params
  const said = lookUp(REVIEW_DONE_WORDS, (await searchParams).done)
  const review = await pageRead((actor) => getHeldReview(actor, { patientId, reviewId }))
  const { diagnosis, person, recorded } = review
  const back = diagnosis ? routes.cancerCareReview(patientId, diagnosis.id) : routes.patient(patientId)
  return (
    <Main before={<BackLink href={back} />}>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      <h1>Cancer care review</h1>
      {review.voided ? <VoidedNotice voided={review.voided} /> : null}
      <p>
        {person.name}, NHS number <span className="app-number">{formatNhsNumber(person.nhsNumber)}</span>
        {diagnosis ? `. ${diagnosisName(diagnosis)}` : null}
      </p>
      <ReviewAnswers answers={review} code={review.code} heldBy={`${recorded.by}, ${review.practice}`} />
      <h2>Actions</h2>
      <ReviewActionList patientId={patientId} actions={review.actions} />
      <p>
        Recorded {formatDateForStaff(recorded.on)} by {recorded.by}.
      </p>
      <PrintButton />
      {review.mayVoid ? (
        <p className="app-screen-only">
          <a href={routes.voidReview(patientId, reviewId)}>Mark as recorded in error</a>, to record it again
        </p>
      ) : null}
    </Main>
  )
}
