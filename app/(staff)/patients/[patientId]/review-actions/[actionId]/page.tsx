import type { Metadata } from 'next'
import { ReviewActionAnswerFields } from '@/components/cancer-care-reviews/review-action-answer-fields'
import { ReviewActionFacts } from '@/components/cancer-care-reviews/review-action-facts'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { SubmissionId } from '@/components/nhs/submission-id'
import { pageRead } from '@/lib/accounts/page-read'
import { listBehind } from '@/lib/care-plans/where-next'
import { today } from '@/lib/platform/clock'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import { DONE_WORDS } from '@/lib/review-actions/labels'
import { getReviewAction } from '@/lib/review-actions/queries'
import { answerReviewActionAction } from './actions'

export const metadata: Metadata = { title: 'Agreed in a cancer care review' }

type Props = {
  params: Promise<{ patientId: string; actionId: string }>
  searchParams: Promise<{ done?: string | string[]; returnTo?: string | string[] }>
}

export default async function ReviewActionPage({ params, searchParams }: Props) {
  const { patientId, actionId } = await params
  const { done, returnTo } = await searchParams
  const action = await pageRead((actor) => getReviewAction(actor, { patientId, actionId }))
  const list = listBehind(returnTo)
  const said = lookUp(DONE_WORDS, done)
  return (
    <Main before={<BackLink href={list || routes.patient(patientId)} />}>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      <ActionForm action={answerReviewActionAction}>
        <h1>Agreed in a cancer care review</h1>
        <ReviewActionFacts action={action} today={today()} />
        {action.answers.length > 0 ? (
          <>
            <SubmissionId />
            <HiddenInput name="patientId" value={patientId} />
            <HiddenInput name="actionId" value={action.id} />
            <HiddenInput name="version" value={String(action.version)} />
            <HiddenInput name="returnTo" value={list} />
            <ReviewActionAnswerFields answers={action.answers} today={today()} />
            <Button>Save</Button>
          </>
        ) : null}
      </ActionForm>
    </Main>
  )
}
