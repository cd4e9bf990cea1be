import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button, ButtonGroup } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { Radios } from '@/components/nhs/radios'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { pageRead } from '@/lib/accounts/page-read'
import { openReviewDraft } from '@/lib/cancer-care-reviews/open-review-draft'
import { routes } from '@/lib/platform/routes'
import { saveReviewWishesAction } from './actions'

export const metadata: Metadata = { title: 'What they want to talk about' }

type Props = { params: Promise<{ patientId: string; diagnosisId: string }> }

export default async function WishesPage({ params }: Props) {
  const { patientId, diagnosisId } = await params
  const { version, draft } = await pageRead((actor) => openReviewDraft(actor, { patientId, diagnosisId }))
  const back = routes.cancerCareReview(patientId, diagnosisId)
  return (
    <Main before={<BackLink href={back} />}>
      <ActionForm action={saveReviewWishesAction}>
        <h1>What they want to talk about</h1>
        <p>Ask when you invite the person, or when they ring. It is kept for the review.</p>
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <HiddenInput name="diagnosisId" value={diagnosisId} />
        <HiddenInput name="version" value={String(version)} />
        <TextArea name="words" label="In their own words" rows={4} value={draft.wishes.words} />
        <Radios
          name="toldBy"
          label="Who said it?"
          value={draft.wishes.toldBy}
          small
          items={[
            { value: 'person', label: 'The person' },
            { value: 'carer', label: 'Their carer or family' },
          ]}
        />
        <ButtonGroup>
          <Button>Save</Button>
          <a href={back}>Cancel</a>
        </ButtonGroup>
      </ActionForm>
    </Main>
  )
}
