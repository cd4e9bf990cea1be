import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { SubmissionId } from '@/components/nhs/submission-id'
import { RequestAnswerFields } from '@/components/practice-requests/request-answer-fields'
import { RequestFacts } from '@/components/practice-requests/request-facts'
import { RequestStory } from '@/components/practice-requests/request-story'
import { pageRead } from '@/lib/accounts/page-read'
import { listBehind } from '@/lib/care-plans/where-next'
import { formatDateForBanner } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import { today } from '@/lib/platform/clock'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import { DONE_WORDS } from '@/lib/practice-requests/labels'
import { getAskedRequest, type AskedRequestPage } from '@/lib/practice-requests/practice-queries'
import { answerPracticeRequestAction } from './actions'

export const metadata: Metadata = { title: 'Asked of your practice' }

type Props = {
  params: Promise<{ requestId: string }>
  searchParams: Promise<{ done?: string | string[]; returnTo?: string | string[] }>
}

export default async function AnswerRequestPage({ params, searchParams }: Props) {
  const { requestId } = await params
  const { done, returnTo } = await searchParams
  const asked = await pageRead((actor) => getAskedRequest(actor, requestId))
  const list = listBehind(returnTo)
  const said = lookUp(DONE_WORDS, done)
  const isOpen = asked.state === 'asked' || asked.state === 'accepted'
  return (
    <Main before={<BackLink href={list || routes.practiceHome()} />}>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      <ActionForm action={answerPracticeRequestAction}>
        <h1>Asked of your practice</h1>
        <RequestFacts
          request={asked}
          background={asked.background}
          today={today()}
          person={<Person asked={asked} />}
          askedBy
        />
        {isOpen ? (
          <>
            <SubmissionId />
            <HiddenInput name="requestId" value={asked.id} />
            <HiddenInput name="version" value={String(asked.version)} />
            <HiddenInput name="returnTo" value={list} />
            <RequestAnswerFields state={asked.state} today={today()} />
            <Button>Send answer</Button>
          </>
        ) : null}
        <RequestStory history={asked.history} />
      </ActionForm>
    </Main>
  )
}

function Person({ asked: { person, patientId } }: { asked: AskedRequestPage }) {
  return (
    <>
      <a href={routes.patient(patientId)}>{person.name}</a>
      <br />
      <span className="app-number">{formatNhsNumber(person.nhsNumber)}</span>, born{' '}
      {formatDateForBanner(person.bornOn)}
    </>
  )
}
