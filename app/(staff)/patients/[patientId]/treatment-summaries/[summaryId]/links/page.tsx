import type { Metadata } from 'next'
import { LinkHandover } from '@/components/document-links/link-handover'
import { LinkTable } from '@/components/document-links/link-table'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { InsetText } from '@/components/nhs/inset-text'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { Radios } from '@/components/nhs/radios'
import { SubmissionId } from '@/components/nhs/submission-id'
import { pageRead } from '@/lib/accounts/page-read'
import { serviceAddress } from '@/lib/accounts/request-origin'
import { findShownOnce } from '@/lib/accounts/shown-once'
import { DONE_WORDS } from '@/lib/document-links/labels'
import { LINK_DAYS } from '@/lib/document-links/link-rules'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import { CHANNEL_LABELS } from '@/lib/treatment-summaries/labels'
import { getSummaryLinks, type SummaryLinksPage } from '@/lib/treatment-summaries/link-queries'
import { LINK_CHANNELS } from '@/lib/treatment-summaries/schema'
import { issueSummaryLinkAction } from './actions'

export const metadata: Metadata = { title: 'Links for the practice' }

type Props = {
  params: Promise<{ patientId: string; summaryId: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

export default async function SummaryLinksPage({ params, searchParams }: Props) {
  const { patientId, summaryId } = await params
  const said = lookUp(DONE_WORDS, (await searchParams).done)
  const { page, secret } = await pageRead(async (actor) => {
    const read = await getSummaryLinks(actor, { patientId, summaryId })
    const aboutId = read.links[0]?.id ?? ''
    const shown = await findShownOnce('document_link', { aboutId, sessionId: actor.sessionId })
    return { page: read, secret: shown?.[0] ?? null }
  })
  const back = routes.treatmentSummary(patientId, summaryId)
  return (
    <Main before={<BackLink href={back}>Back to the summary</BackLink>}>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      <ActionForm action={issueSummaryLinkAction}>
        <h1>Links for the practice</h1>
        {secret && page.links[0]?.state === 'live' ? (
          <LinkHandover link={`${await serviceAddress()}${routes.documentLink(secret)}`} of={page.links[0]} />
        ) : null}
        {page.fault ? <p>{page.fault}.</p> : <MakeLink page={page} />}
      </ActionForm>
      <h2>Links made so far</h2>
      <LinkTable links={page.links} />
    </Main>
  )
}

function MakeLink({ page: { summary, practice, links } }: { page: SummaryLinksPage }) {
  const hasLive = links.some(({ state }) => state === 'live')
  return (
    <>
      <p>
        With a link {practice} can read the signed summary and answer what it asks without an account here. It
        opens this one document, with the person’s date of birth, for {LINK_DAYS} days.
      </p>
      <SubmissionId />
      <HiddenInput name="patientId" value={summary.patientId} />
      <HiddenInput name="summaryId" value={summary.id} />
      <Radios
        name="channel"
        label="How do you hand it over?"
        hint="You send it yourself: nothing is sent from here. It is recorded as sent today, in this way"
        items={LINK_CHANNELS.map((value) => ({ value, label: CHANNEL_LABELS[value] }))}
      />
      {hasLive ? (
        <InsetText>
          <p>There is a link that can be used. When you make a new one, that one opens nothing any more.</p>
        </InsetText>
      ) : null}
      <Button>{hasLive ? 'Make a new link' : 'Make a link'}</Button>
    </>
  )
}
