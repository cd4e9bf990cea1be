import type { Metadata } from 'next'
import { DocumentView } from '@/components/documents/document-view'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { SubmissionId } from '@/components/nhs/submission-id'
import { pageRead } from '@/lib/accounts/page-read'
import { DONE_WORDS } from '@/lib/messages/labels'
import { getSentMessage, type SentMessagePage as View } from '@/lib/messages/practice-queries'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import { markLetterReadAction } from './actions'

export const metadata: Metadata = { title: 'Letter from a hospital team' }

type Props = {
  params: Promise<{ messageId: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

export default async function SentMessagePage({ params, searchParams }: Props) {
  const { messageId } = await params
  const said = lookUp(DONE_WORDS, (await searchParams).done)
  const sent = await pageRead((actor) => getSentMessage(actor, messageId))
  return (
    <Main before={<BackLink href={routes.practiceHome()} />}>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      <div className="app-screen-only">
        <ActionForm action={markLetterReadAction}>
          <h1>Letter: {sent.letter.subject}</h1>
          <HowItStands sent={sent} />
        </ActionForm>
        <p>
          <a href={routes.sentMessagePdf(messageId)}>Download the letter as a PDF</a>
        </p>
      </div>
      <DocumentView document={sent.letter} headingsBelow={1} />
    </Main>
  )
}

function HowItStands({ sent: { id, teamName, sentAt, isRegistered, read } }: { sent: View }) {
  return (
    <>
      <p>
        From {teamName}, sent to your practice on {formatInstantForStaff(sentAt)}.
        {isRegistered
          ? null
          : ' The person is no longer registered with your practice: this is the letter as it was sent.'}
      </p>
      {read ? (
        <p>
          Read {formatInstantForStaff(read.at)} by {read.by}.
        </p>
      ) : (
        <>
          <SubmissionId />
          <HiddenInput name="messageId" value={id} />
          <Button>Mark as read</Button>
        </>
      )}
    </>
  )
}
