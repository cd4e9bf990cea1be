import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { DocumentView } from '@/components/documents/document-view'
import { MessageStory } from '@/components/messages/message-story'
import { MessageState } from '@/components/messages/message-table'
import { ActionForm } from '@/components/nhs/action-form'
import { ActionLink } from '@/components/nhs/action-link'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { InsetText } from '@/components/nhs/inset-text'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { Radios } from '@/components/nhs/radios'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { pageRead } from '@/lib/accounts/page-read'
import { listBehind } from '@/lib/care-plans/where-next'
import { CHANNEL_LABELS, DONE_WORDS, recipientWords, SETTLEMENT_LABELS } from '@/lib/messages/labels'
import { SETTLEMENTS, type ListedMessage, type MessageState as State } from '@/lib/messages/message'
import { getMessage, type MessagePage as Page } from '@/lib/messages/queries'
import { today } from '@/lib/platform/clock'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import { settleMessageAction, withdrawMessageAction } from './actions'

export const metadata: Metadata = { title: 'Letter or message' }

type Props = {
  params: Promise<{ patientId: string; messageId: string }>
  searchParams: Promise<{ done?: string | string[]; returnTo?: string | string[] }>
}

export default async function MessagePage({ params, searchParams }: Props) {
  const { patientId, messageId } = await params
  const { done, returnTo } = await searchParams
  const page = await pageRead((actor) => getMessage(actor, { patientId, messageId }))
  const list = listBehind(returnTo)
  const { message } = page
  const said = lookUp(DONE_WORDS, message.state === 'stopped' && done === 'sent' ? 'stopped' : done)
  return (
    <Main
      before={
        <BackLink href={list || routes.messages(patientId)}>
          {list ? 'Back to the list' : 'Back to letters and messages'}
        </BackLink>
      }
    >
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      <NextStep page={page} list={list}>
        <h1 className="app-screen-only">
          {CHANNEL_LABELS[message.channel]}: {message.subject}
        </h1>
        <div className="app-screen-only">
          <p>To: {recipientWords(message)}</p>
          <MessageState message={message} />
          <Ways message={message} mayPost={page.mayChange} />
        </div>
      </NextStep>
      <div className="app-screen-only">
        <MessageStory message={message} />
        <h2>What it says</h2>
      </div>
      <Content page={page} />
    </Main>
  )
}

/** How a letter becomes paper. */
function Ways({
  message: { id, patientId, channel, recipient, state },
  mayPost,
}: {
  message: ListedMessage
  mayPost: boolean
}) {
  if (channel !== 'letter') return null
  return (
    <>
      <p>
        <a href={routes.messagePdf(patientId, id)}>Download the letter as a PDF</a>
      </p>
      {mayPost && recipient === 'person' && state === 'queued' ? (
        <ActionLink href={routes.postLetters(id)}>Mark this letter as posted</ActionLink>
      ) : null}
    </>
  )
}

function Content({ page: { letter, words } }: { page: Page }) {
  if (letter) return <DocumentView document={letter} headingsBelow={1} />
  return (
    <InsetText>
      <p>
        <strong>{words?.subject}</strong>
      </p>
      <p>{words?.body}</p>
    </InsetText>
  )
}

const TO_SETTLE: readonly State[] = ['stopped', 'failed', 'uncertain']

type StepProps = { page: Page; list: string; children: ReactNode }

/** What did not arrive is settled; what has not left can be withdrawn. */
function NextStep({ page: { message, mayChange }, list, children }: StepProps) {
  if (mayChange && TO_SETTLE.includes(message.state))
    return (
      <ActionForm action={settleMessageAction}>
        {children}
        <h2>Find another way</h2>
        <p>Tell the person in another way, or write again once the address is right. Then say it here.</p>
        <Ids message={message} list={list} />
        <Radios
          name="settlement"
          label="What came of it?"
          items={SETTLEMENTS.map((value) => ({ value, label: SETTLEMENT_LABELS[value] }))}
        />
        <DateInput name="on" label="When?" value={today()} />
        <TextArea name="note" label="How were they told, or why is nothing more needed?" rows={3} />
        <Button>Save</Button>
      </ActionForm>
    )
  if (mayChange && message.state === 'queued')
    return (
      <ActionForm action={withdrawMessageAction}>
        {children}
        <h2>Withdraw it</h2>
        <p>It is then not sent. It stays in the record.</p>
        <Ids message={message} list={list} />
        <TextArea name="withdrawReason" label="Why is it withdrawn?" rows={2} />
        <Button variant="secondary">Withdraw</Button>
      </ActionForm>
    )
  return children
}

function Ids({ message: { id, patientId }, list }: { message: ListedMessage; list: string }) {
  return (
    <>
      <SubmissionId />
      <HiddenInput name="patientId" value={patientId} />
      <HiddenInput name="messageId" value={id} />
      <HiddenInput name="returnTo" value={list} />
    </>
  )
}
