import type { Metadata } from 'next'
import { AlteredWarning } from '@/components/care-plans/altered-warning'
import { DocumentView } from '@/components/documents/document-view'
import { DownloadLinks } from '@/components/documents/download-links'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { SubmissionId } from '@/components/nhs/submission-id'
import { pageRead } from '@/lib/accounts/page-read'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { formatNameForStaff } from '@/lib/nhs/person-name'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import { listBehind } from '@/lib/care-plans/where-next'
import { REQUEST_STATE_LABELS } from '@/lib/practice-requests/labels'
import { DONE_WORDS } from '@/lib/treatment-summaries/labels'
import { letterDocument } from '@/lib/treatment-summaries/letter-document'
import { letterView } from '@/lib/treatment-summaries/letter-view'
import { getSentSummary, type SentSummaryPage } from '@/lib/treatment-summaries/practice-queries'
import { markSummarySeenAction } from './actions'

export const metadata: Metadata = { title: 'Treatment summary' }

type Props = {
  params: Promise<{ deliveryId: string }>
  searchParams: Promise<{ done?: string | string[]; returnTo?: string | string[] }>
}

export default async function SentSummaryPage({ params, searchParams }: Props) {
  const { deliveryId } = await params
  const { done, returnTo } = await searchParams
  const sent = await pageRead((actor) => getSentSummary(actor, deliveryId))
  const list = listBehind(returnTo)
  const said = lookUp(DONE_WORDS, done)
  return (
    <Main before={<BackLink href={list || routes.practiceHome()} />}>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      <ActionForm action={markSummarySeenAction}>
        <h1>Treatment summary of {formatNameForStaff(sent.content.person)}</h1>
        <AlteredWarning isIntact={sent.isIntact} />
        <HowItStands sent={sent} />
        <Asked requests={sent.requests} />
        {sent.seen ? (
          <p>
            Read {formatInstantForStaff(sent.seen.at)} by {sent.seen.by}.
          </p>
        ) : (
          <>
            <SubmissionId />
            <HiddenInput name="deliveryId" value={sent.deliveryId} />
            <HiddenInput name="returnTo" value={list} />
            <Button>Mark as read</Button>
          </>
        )}
      </ActionForm>
      <DownloadLinks
        isIntact={sent.isIntact}
        files={[{ href: routes.sentSummaryPdf(sent.deliveryId), label: 'Download the letter as a PDF' }]}
      />
      <DocumentView document={letterDocument(letterView(sent))} headingsBelow={1} />
    </Main>
  )
}

function HowItStands({ sent }: { sent: SentSummaryPage }) {
  return (
    <>
      <p>
        Version {sent.number} from {sent.content.team.name}, sent to your practice on{' '}
        {formatDateForStaff(sent.sentOn)}.
        {sent.isRegistered
          ? null
          : ' The person is no longer registered with your practice: this is the summary as it was sent.'}
      </p>
      {sent.newerDeliveryId ? (
        <p>
          A later version stands: <a href={routes.sentSummary(sent.newerDeliveryId)}>read that one</a>.
        </p>
      ) : null}
    </>
  )
}

/** What the summary asks comes first: it is what the reader has to act on. */
function Asked({ requests }: Pick<SentSummaryPage, 'requests'>) {
  if (requests.length === 0) return null
  return (
    <>
      <h2>Asked of your practice</h2>
      <ul>
        {requests.map((request) => (
          <li key={request.id}>
            <a href={routes.answerPracticeRequest(request.id)}>{request.what}</a>, by{' '}
            {formatDateForStaff(request.dueOn)}: {REQUEST_STATE_LABELS[request.state].label.toLowerCase()}
          </li>
        ))}
      </ul>
    </>
  )
}
