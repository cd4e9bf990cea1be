import type { Metadata } from 'next'
import { LinkedAnswer, WhatHappensNext } from '@/components/document-links/linked-answer'
import { LinkedPage } from '@/components/document-links/linked-page'
import { StandingNotice } from '@/components/document-links/standing-notice'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { SubmissionId } from '@/components/nhs/submission-id'
import { RequestAnswerFields } from '@/components/practice-requests/request-answer-fields'
import { RequestFacts } from '@/components/practice-requests/request-facts'
import { linkPageRead } from '@/lib/document-links/current-link-actor'
import { DONE_WORDS } from '@/lib/document-links/labels'
import { formatDateForBanner } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import { formatNameForStaff } from '@/lib/nhs/person-name'
import { today } from '@/lib/platform/clock'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import type { PracticeRequestView } from '@/lib/practice-requests/request'
import { getRequestByLink, type LinkedSummaryPage } from '@/lib/treatment-summaries/summary-by-link'
import { leaveDocumentAction } from '../../document/actions'
import { answerByLinkAction } from './actions'

export const metadata: Metadata = { title: 'Asked of your practice' }

type Props = {
  params: Promise<{ requestId: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

export default async function LinkedRequestPage({ params, searchParams }: Props) {
  const { requestId } = await params
  const said = lookUp(DONE_WORDS, (await searchParams).done)
  const { summary, request } = await linkPageRead((actor) => getRequestByLink(actor, requestId))
  const before = <BackLink href={routes.linkedDocument()}>Back to the summary</BackLink>
  return (
    <LinkedPage leave={leaveDocumentAction} before={before}>
      {request ? (
        <Asked summary={summary} request={request} said={said} />
      ) : (
        <>
          <h1>Asked of your practice</h1>
          <StandingNotice standing={summary.standing} team={summary.content.team} />
        </>
      )}
    </LinkedPage>
  )
}

type Parts = { summary: LinkedSummaryPage; request: PracticeRequestView; said: string | null }

function Asked({ summary, request, said }: Parts) {
  const isOpen = request.state === 'asked' || request.state === 'accepted'
  return (
    <>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      <ActionForm action={answerByLinkAction}>
        <h1>Asked of your practice</h1>
        {request.answer ? <WhatHappensNext summary={summary} request={request} /> : null}
        <RequestFacts
          request={request}
          background={null}
          today={today()}
          person={<Person summary={summary} />}
          summaryHref={routes.linkedDocument()}
          askedBy
        />
        <LinkedAnswer request={request} />
        {isOpen ? (
          <>
            <SubmissionId />
            <HiddenInput name="requestId" value={request.id} />
            <HiddenInput name="version" value={String(request.version)} />
            <RequestAnswerFields
              state={request.state}
              today={today()}
              afterYes={`Open the link again when it is done. It can be used until ${formatInstantForStaff(summary.linkExpiresAt)}`}
            />
            <Button>Send answer</Button>
          </>
        ) : null}
      </ActionForm>
    </>
  )
}

function Person({ summary: { content } }: { summary: LinkedSummaryPage }) {
  return (
    <>
      {formatNameForStaff(content.person)}
      <br />
      <span className="app-number">{formatNhsNumber(content.person.nhsNumber)}</span>, born{' '}
      {formatDateForBanner(content.person.bornOn)}
    </>
  )
}
