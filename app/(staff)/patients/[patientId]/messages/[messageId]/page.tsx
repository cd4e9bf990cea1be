import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { MessageContent, MessageHead } from '@/components/messages/message-content'
import { MessageStory } from '@/components/messages/message-story'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { Radios } from '@/components/nhs/radios'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { pageRead } from '@/lib/accounts/page-read'
import { listBehind } from '@/lib/care-plans/where-next'
import { DONE_WORDS, SETTLEMENT_LABELS } from '@/lib/messages/labels'
import { SETTLEMENTS, type ListedMessage, type MessageState } from '@/lib/messages/message'
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
  const said = lookUp(DONE_WORDS, done)
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
        <MessageHead page={page} />
      </NextStep>
      <div className="app-screen-only">
        <MessageStory message={page.message} />
        <h2>What it says</h2>
      </div>
      <MessageContent page={page} />
    </Main>
  )
}

const TO_SETTLE: readonly MessageState[] = ['stopped', 'failed', 'uncertain', 'not_delivered']

type StepProps = { page: Page; list: string; children: ReactNode }

/** What did not arrive is settled; what has not left can be withdrawn. */
function NextStep({ page: { message, mayChange }, list, children }: StepProps) {
  if (mayChange && TO_SETTLE.includes(message.state))
    return (
      <ActionForm action={settleMessageAction} className="app-screen-only">
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
      <ActionForm action={withdrawMessageAction} className="app-screen-only">
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
