import type { Metadata } from 'next'
import { FileTheResult } from '@/components/follow-up/file-the-result'
import { FollowUpHistory } from '@/components/follow-up/follow-up-history'
import { TestFacts } from '@/components/follow-up/test-facts'
import { TestStepFields } from '@/components/follow-up/test-step-fields'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { SubmissionId } from '@/components/nhs/submission-id'
import { pageRead } from '@/lib/accounts/page-read'
import { listBehind } from '@/lib/care-plans/where-next'
import { getSurveillanceTest } from '@/lib/follow-up/get-test'
import { DONE_WORDS } from '@/lib/follow-up/labels'
import { today } from '@/lib/platform/clock'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import { recordTestStepAction } from './actions'

export const metadata: Metadata = { title: 'Follow-up test' }

type Props = {
  params: Promise<{ patientId: string; testId: string }>
  searchParams: Promise<{ done?: string | string[]; returnTo?: string | string[] }>
}

export default async function SurveillanceTestPage({ params, searchParams }: Props) {
  const { patientId, testId } = await params
  const { done, returnTo } = await searchParams
  const page = await pageRead((actor) => getSurveillanceTest(actor, { patientId, testId }))
  const list = listBehind(returnTo)
  const said = lookUp(DONE_WORDS, done)
  const top = (
    <>
      <h1>{page.test.name}</h1>
      <TestFacts patientId={patientId} page={page} today={today()} />
      <FileTheResult patientId={patientId} toFile={page.toFile} />
    </>
  )
  return (
    <Main
      before={
        <BackLink href={list || routes.followUp(patientId)}>
          {list ? 'Back to the list' : 'Back to follow-up'}
        </BackLink>
      }
    >
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      {page.steps.length === 0 ? (
        top
      ) : (
        <ActionForm action={recordTestStepAction}>
          {top}
          <SubmissionId />
          <HiddenInput name="patientId" value={patientId} />
          <HiddenInput name="testId" value={testId} />
          <HiddenInput name="version" value={String(page.version)} />
          <HiddenInput name="returnTo" value={list} />
          <TestStepFields steps={page.steps} waysToTell={page.waysToTell} today={today()} />
          <Button>Save</Button>
        </ActionForm>
      )}
      {page.history.length > 0 ? <h2>What happened</h2> : null}
      <FollowUpHistory facts={page.history} />
    </Main>
  )
}
