import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ReviewAnswers } from '@/components/cancer-care-reviews/review-answers'
import { UnansweredList } from '@/components/needs-assessments/unanswered-list'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button, ButtonGroup } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { pageRead } from '@/lib/accounts/page-read'
import type { AgreedAction } from '@/lib/cancer-care-reviews/action-rules'
import { openReviewDraft } from '@/lib/cancer-care-reviews/open-review-draft'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { recordCancerCareReviewAction } from './actions'

export const metadata: Metadata = { title: 'Check the cancer care review' }

type Props = { params: Promise<{ patientId: string; diagnosisId: string }> }

export default async function CheckReviewPage({ params }: Props) {
  const { patientId, diagnosisId } = await params
  const open = await pageRead((actor) => openReviewDraft(actor, { patientId, diagnosisId }))
  const { checked } = open
  const form = routes.recordReview(patientId, diagnosisId)
  if (open.version === 0) redirect(form)
  return (
    <Main before={<BackLink href={form} />}>
      {checked.ok ? (
        <ActionForm action={recordCancerCareReviewAction}>
          <h1>Check the review</h1>
          <ReviewAnswers answers={checked.answers} code={open.snomedCode} />
          <Agreed actions={checked.answers.actions} />
          <SubmissionId />
          <HiddenInput name="patientId" value={patientId} />
          <HiddenInput name="diagnosisId" value={diagnosisId} />
          <HiddenInput name="version" value={String(open.version)} />
          <p>Once recorded it is part of the record and cannot be changed.</p>
          <ButtonGroup>
            <Button>Record the review</Button>
            <a href={form}>Change something</a>
          </ButtonGroup>
        </ActionForm>
      ) : (
        <UnansweredList problems={checked.problems} formHref={form} />
      )}
    </Main>
  )
}

function Agreed({ actions }: { actions: readonly AgreedAction[] }) {
  return (
    <>
      <h2>Actions</h2>
      {actions.length === 0 ? <p>None was agreed.</p> : null}
      <ul>
        {actions.map(({ what, owner, dueOn }) => (
          <li key={`${what} ${owner.name} ${dueOn}`}>
            {what}: {owner.name}, by {formatDateForStaff(dueOn)}
          </li>
        ))}
      </ul>
    </>
  )
}
