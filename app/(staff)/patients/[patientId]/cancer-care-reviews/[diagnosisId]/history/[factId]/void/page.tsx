import type { Metadata } from 'next'
import { reviewFactWords } from '@/components/cancer-care-reviews/review-facts-table'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { VoidedNotice } from '@/components/patients/voided-notice'
import { pageRead } from '@/lib/accounts/page-read'
import { getReviewFactToVoid } from '@/lib/cancer-care-reviews/review-history'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { voidReviewFactAction } from './actions'

export const metadata: Metadata = { title: 'Mark as recorded in error' }

type Props = { params: Promise<{ patientId: string; diagnosisId: string; factId: string }> }

export default async function VoidReviewFactPage({ params }: Props) {
  const place = await params
  const { patientId, diagnosisId, factId } = place
  const fact = await pageRead((actor) => getReviewFactToVoid(actor, place))
  return (
    <Main before={<BackLink href={routes.reviewHistory(patientId, diagnosisId)} />}>
      <ActionForm action={voidReviewFactAction}>
        <h1>Mark as recorded in error</h1>
        {fact.voided ? (
          <VoidedNotice voided={fact.voided} />
        ) : (
          <>
            <p>
              {reviewFactWords(fact)}, on {formatDateForStaff(fact.on)}. It stays on the record, marked as
              recorded in error, and a review that was not needed because of it is asked for again. This
              cannot be undone.
            </p>
            <SubmissionId />
            <HiddenInput name="patientId" value={patientId} />
            <HiddenInput name="diagnosisId" value={diagnosisId} />
            <HiddenInput name="factId" value={factId} />
            <TextArea name="reason" label="What was wrong?" rows={3} />
            <Button variant="warning">Mark as recorded in error</Button>
          </>
        )}
      </ActionForm>
    </Main>
  )
}
