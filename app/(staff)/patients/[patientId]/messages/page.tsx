import type { Metadata } from 'next'
import { MessageTable } from '@/components/messages/message-table'
import { ActionLink } from '@/components/nhs/action-link'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { pageRead } from '@/lib/accounts/page-read'
import { listMessages } from '@/lib/messages/queries'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Letters and messages' }

type Props = { params: Promise<{ patientId: string }> }

export default async function MessagesPage({ params }: Props) {
  const { patientId } = await params
  const { messages, mayWrite, hasMore } = await pageRead((actor) => listMessages(actor, patientId))
  return (
    <Main before={<BackLink href={routes.patient(patientId)} />}>
      <h1>Letters and messages</h1>
      {mayWrite ? <ActionLink href={routes.writeLetter(patientId)}>Write a letter</ActionLink> : null}
      <p>
        <a href={routes.contactBlocks(patientId)}>Ways in which the person is not to be contacted</a>
      </p>
      {messages.length === 0 ? (
        <p>Nothing has been sent to the person or their practice from here yet.</p>
      ) : (
        <MessageTable messages={messages} />
      )}
      {hasMore ? <p>The {messages.length} newest are shown.</p> : null}
    </Main>
  )
}
