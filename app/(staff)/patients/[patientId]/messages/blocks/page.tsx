import type { Metadata } from 'next'
import { BlockStory } from '@/components/messages/standing-block'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { Radios } from '@/components/nhs/radios'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { pageRead } from '@/lib/accounts/page-read'
import { listContactBlocks } from '@/lib/messages/contact-blocks'
import { BLOCK_LABELS, BLOCKED_CHANNEL_LABELS, DONE_WORDS } from '@/lib/messages/labels'
import { BLOCK_REASONS, BLOCKED_CHANNELS } from '@/lib/messages/schema'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import { endContactBlockAction, recordContactBlockAction } from './actions'

export const metadata: Metadata = { title: 'How not to contact the person' }

type Props = {
  params: Promise<{ patientId: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

export default async function ContactBlocksPage({ params, searchParams }: Props) {
  const { patientId } = await params
  const said = lookUp(DONE_WORDS, (await searchParams).done)
  const { blocks, mayChange } = await pageRead((actor) => listContactBlocks(actor, patientId))
  const standing = blocks.filter(({ endedOn }) => endedOn === null)
  const ended = blocks.filter(({ endedOn }) => endedOn !== null)
  return (
    <Main before={<BackLink href={routes.messages(patientId)}>Back to letters and messages</BackLink>}>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      {mayChange ? <NewBlock patientId={patientId} /> : <h1>How not to contact the person</h1>}
      <h2>What stands</h2>
      {standing.length === 0 ? (
        <p>Nothing stands against letters, emails or text messages to the person.</p>
      ) : (
        <ul>
          {standing.map((block) => (
            <BlockStory
              block={block}
              patientId={patientId}
              end={mayChange ? endContactBlockAction : null}
              key={block.id}
            />
          ))}
        </ul>
      )}
      {ended.length > 0 ? (
        <>
          <h2>What has ended</h2>
          <ul>
            {ended.map((block) => (
              <BlockStory block={block} patientId={patientId} end={null} key={block.id} />
            ))}
          </ul>
        </>
      ) : null}
    </Main>
  )
}

function NewBlock({ patientId }: { patientId: string }) {
  return (
    <ActionForm action={recordContactBlockAction}>
      <h1>How not to contact the person</h1>
      <p>
        What you record here stops letters, emails and text messages to the person from now on. For each that
        is stopped, your team gets a task to find another way.
      </p>
      <SubmissionId />
      <HiddenInput name="patientId" value={patientId} />
      <Radios
        name="channel"
        label="What is not to be used?"
        items={BLOCKED_CHANNELS.map((value) => ({ value, label: BLOCKED_CHANNEL_LABELS[value] }))}
      />
      <Radios
        name="reason"
        label="Why?"
        items={BLOCK_REASONS.map((value) => ({ value, label: BLOCK_LABELS[value] }))}
      />
      <TextArea name="note" label="Note (if there is more to know)" rows={2} />
      <Button>Record</Button>
    </ActionForm>
  )
}
