import type { Metadata } from 'next'
import { AlteredWarning } from '@/components/care-plans/altered-warning'
import { LinkedPage } from '@/components/document-links/linked-page'
import { StandingNotice } from '@/components/document-links/standing-notice'
import { DocumentView } from '@/components/documents/document-view'
import { DownloadLinks } from '@/components/documents/download-links'
import { ActionForm } from '@/components/nhs/action-form'
import { Button } from '@/components/nhs/button'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { SubmissionId } from '@/components/nhs/submission-id'
import { linkPageRead } from '@/lib/document-links/current-link-actor'
import { DONE_WORDS } from '@/lib/document-links/labels'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { formatNameForStaff } from '@/lib/nhs/person-name'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import { REQUEST_STATE_LABELS } from '@/lib/practice-requests/labels'
import { letterDocument } from '@/lib/treatment-summaries/letter-document'
import { letterView } from '@/lib/treatment-summaries/letter-view'
import { getSummaryByLink, type LinkedSummaryPage } from '@/lib/treatment-summaries/summary-by-link'
import { leaveDocumentAction, markReadByLinkAction } from './actions'

export const metadata: Metadata = { title: 'Treatment summary' }

type Props = { searchParams: Promise<{ done?: string | string[] }> }

export default async function LinkedDocumentPage({ searchParams }: Props) {
  const { done } = await searchParams
  const sent = await linkPageRead(getSummaryByLink)
  const said = lookUp(DONE_WORDS, done)
  return (
    <LinkedPage leave={leaveDocumentAction}>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      <ActionForm action={markReadByLinkAction}>
        <h1>Treatment summary of {formatNameForStaff(sent.content.person)}</h1>
        <AlteredWarning isIntact={sent.isIntact} />
        <p>
          Version {sent.number} from {sent.content.team.name}, sent to {sent.practice} on{' '}
          {formatDateForStaff(sent.sentOn)}.
        </p>
        <StandingNotice standing={sent.standing} team={sent.content.team} />
        <Asked sent={sent} />
        <Read sent={sent} />
      </ActionForm>
      <DownloadLinks
        isIntact={sent.isIntact}
        files={[{ href: routes.linkedDocumentPdf(), label: 'Download the letter as a PDF' }]}
      />
      <DocumentView document={letterDocument(letterView(sent))} headingsBelow={1} />
    </LinkedPage>
  )
}

/** What the summary asks comes first: it is what the reader has to act on. */
function Asked({ sent: { requests, linkExpiresAt } }: { sent: LinkedSummaryPage }) {
  if (requests.length === 0) return null
  return (
    <>
      <h2>Asked of your practice</h2>
      <ul>
        {requests.map((request) => (
          <li key={request.id}>
            <a href={routes.linkedRequest(request.id)}>{request.what}</a>, by{' '}
            {formatDateForStaff(request.dueOn)}: {REQUEST_STATE_LABELS[request.state].label.toLowerCase()}
          </li>
        ))}
      </ul>
      <p>
        The link opens this page again until everything is read and answered, or until{' '}
        {formatInstantForStaff(linkExpiresAt)}.
      </p>
    </>
  )
}

function Read({ sent: { seenAt, standing } }: { sent: LinkedSummaryPage }) {
  if (seenAt) return <p>Marked as read {formatInstantForStaff(seenAt)}.</p>
  if (standing !== 'current') return null
  return (
    <>
      <SubmissionId />
      <Button>Mark as read</Button>
    </>
  )
}
