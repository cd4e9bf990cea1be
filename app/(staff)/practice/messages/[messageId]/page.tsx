import type { Metadata } from 'next'
import { DocumentView } from '@/components/documents/document-view'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { pageRead } from '@/lib/accounts/page-read'
import { getSentMessage } from '@/lib/messages/practice-queries'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Letter from a hospital team' }

type Props = { params: Promise<{ messageId: string }> }

export default async function SentMessagePage({ params }: Props) {
  const { messageId } = await params
  const { letter, teamName, sentAt, isRegistered } = await pageRead((actor) =>
    getSentMessage(actor, messageId),
  )
  return (
    <Main before={<BackLink href={routes.practiceHome()} />}>
      <h1 className="app-screen-only">Letter: {letter.subject}</h1>
      <p className="app-screen-only">
        From {teamName}, sent to your practice on {formatInstantForStaff(sentAt)}.
        {isRegistered
          ? null
          : ' The person is no longer registered with your practice: this is the letter as it was sent.'}
      </p>
      <p className="app-screen-only">
        <a href={routes.sentMessagePdf(messageId)}>Download the letter as a PDF</a>
      </p>
      <DocumentView document={letter} headingsBelow={1} />
    </Main>
  )
}
