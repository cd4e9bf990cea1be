import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { EarlierRequests } from '@/components/practice-requests/earlier-requests'
import { RequestFacts } from '@/components/practice-requests/request-facts'
import { RequestStory } from '@/components/practice-requests/request-story'
import { SettlementFields } from '@/components/practice-requests/settlement-fields'
import { pageRead } from '@/lib/accounts/page-read'
import { listBehind } from '@/lib/care-plans/where-next'
import { today } from '@/lib/platform/clock'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import { DONE_WORDS } from '@/lib/practice-requests/labels'
import { getPracticeRequest } from '@/lib/practice-requests/queries'
import type { PracticeRequestView } from '@/lib/practice-requests/request'
import { settleDeclinedRequestAction, withdrawPracticeRequestAction } from './actions'

export const metadata: Metadata = { title: 'Asked of the practice' }

type Props = {
  params: Promise<{ patientId: string; requestId: string }>
  searchParams: Promise<{ done?: string | string[]; returnTo?: string | string[] }>
}

export default async function PracticeRequestPage({ params, searchParams }: Props) {
  const { patientId, requestId } = await params
  const { done, returnTo } = await searchParams
  const page = await pageRead((actor) => getPracticeRequest(actor, { patientId, requestId }))
  const { request } = page
  const list = listBehind(returnTo)
  const said = lookUp(DONE_WORDS, done)
  const top = (
    <>
      <h1>Asked of the practice</h1>
      <RequestFacts request={request} background={page.background} today={today()} />
      <RequestStory history={request.history} />
      <EarlierRequests page={page} />
    </>
  )
  return (
    <Main
      before={
        <BackLink href={list || routes.patient(patientId)}>
          {list ? 'Back to the list' : 'Back to the record'}
        </BackLink>
      }
    >
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      {page.mayChange ? <NextStep request={request} list={list} top={top} /> : top}
    </Main>
  )
}

type StepProps = { request: PracticeRequestView; list: string; top: React.ReactNode }

/** What the practice cannot do is settled; anything else can be withdrawn. */
function NextStep({ request, list, top }: StepProps) {
  if (request.state === 'declined')
    return (
      <ActionForm action={settleDeclinedRequestAction}>
        {top}
        <h2>Find another way</h2>
        <Ids request={request} list={list} />
        <SettlementFields today={today()} />
        <Button>Save</Button>
      </ActionForm>
    )
  return (
    <ActionForm action={withdrawPracticeRequestAction}>
      {top}
      <p>
        If nobody at the practice has an account here,{' '}
        <a href={routes.treatmentSummaryLinks(request.patientId, request.summaryId)}>make a link for it</a>:
        it answers by that.
      </p>
      <h2>Withdraw this request</h2>
      <p>The practice then owes nothing for it.</p>
      <Ids request={request} list={list} />
      <TextArea name="withdrawReason" label="Why is it withdrawn?" rows={2} />
      <Button variant="secondary">Withdraw request</Button>
    </ActionForm>
  )
}

function Ids({ request: { id, patientId, version }, list }: Omit<StepProps, 'top'>) {
  return (
    <>
      <SubmissionId />
      <HiddenInput name="patientId" value={patientId} />
      <HiddenInput name="requestId" value={id} />
      <HiddenInput name="version" value={String(version)} />
      <HiddenInput name="returnTo" value={list} />
    </>
  )
}
