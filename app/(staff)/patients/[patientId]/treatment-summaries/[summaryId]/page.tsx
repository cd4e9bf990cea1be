import type { Metadata } from 'next'
import { BackLink } from '@/components/nhs/back-link'
import { ButtonLink } from '@/components/nhs/button'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { RequestsOfSummary } from '@/components/practice-requests/requests-of-summary'
import { AmendForm } from '@/components/treatment-summaries/amend-form'
import { DraftSection } from '@/components/treatment-summaries/draft-section'
import { SummaryVersions } from '@/components/treatment-summaries/summary-versions'
import { pageRead } from '@/lib/accounts/page-read'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { today } from '@/lib/platform/clock'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import { DONE_WORDS } from '@/lib/treatment-summaries/labels'
import { getTreatmentSummary, type SummaryPage } from '@/lib/treatment-summaries/queries'
import { SECTION_NAMES } from '@/lib/treatment-summaries/sections'
import { amendTreatmentSummaryAction } from './actions'

export const metadata: Metadata = { title: 'Treatment summary' }

type Props = {
  params: Promise<{ patientId: string; summaryId: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

export default async function TreatmentSummaryPage({ params, searchParams }: Props) {
  const { patientId, summaryId } = await params
  const { done } = await searchParams
  const page = await pageRead((actor) => getTreatmentSummary(actor, { patientId, summaryId }))
  const { summary } = page
  const said = lookUp(DONE_WORDS, done)
  const story = <Story page={page} />
  return (
    <Main before={<BackLink href={routes.treatmentSummaries(patientId)}>Back to summaries</BackLink>}>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      {!summary.isDraft && page.maySign ? (
        <AmendForm summary={summary} action={amendTreatmentSummaryAction}>
          {story}
        </AmendForm>
      ) : (
        story
      )}
    </Main>
  )
}

function Story({ page }: { page: SummaryPage }) {
  const { summary, requests, maySend } = page
  const { patientId, id } = summary
  const isSigned = summary.versions.length > 0
  return (
    <>
      <h1>
        Treatment summary: {summary.phase}, ended {formatDateForStaff(summary.phaseEndedOn)}
      </h1>
      {summary.person.diedOn ? <p>This person has died. The summary stays as it was.</p> : null}
      {isSigned && maySend ? (
        <p>
          <a href={routes.sendTreatmentSummary(patientId, id)}>Record how the signed summary was sent</a>
          <br />
          <a href={routes.treatmentSummaryLinks(patientId, id)}>Links for a practice without accounts</a>
        </p>
      ) : null}
      {isSigned ? <RequestsOfSummary requests={requests} today={today()} /> : null}
      {summary.isDraft ? <Draft page={page} /> : null}
      <h2>Versions</h2>
      <SummaryVersions summary={summary} />
    </>
  )
}

function Draft({ page: { summary, missing, mayChange, maySign } }: { page: SummaryPage }) {
  const { patientId, id, content } = summary
  return (
    <>
      <p>
        Being written by {summary.team.name}. Last changed by {summary.updatedBy}.
        {content.amendmentReason ? ` Written again because: ${content.amendmentReason}` : null}
      </p>
      <p>
        {missing.length === 0
          ? 'Nothing is missing: it can be signed.'
          : `${missing.length} ${missing.length === 1 ? 'thing is' : 'things are'} still to be filled.`}
      </p>
      {maySign ? (
        <ButtonLink href={routes.signTreatmentSummary(patientId, id)}>Check and sign</ButtonLink>
      ) : (
        <p>A clinician of {summary.team.name} signs it.</p>
      )}
      {SECTION_NAMES.map((name) => (
        <DraftSection
          key={name}
          name={name}
          content={content}
          missing={missing}
          changeHref={mayChange ? routes.treatmentSummarySection(patientId, id, name) : null}
        />
      ))}
    </>
  )
}
