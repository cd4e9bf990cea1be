import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SendingFields } from '@/components/treatment-summaries/sending-fields'
import { SummaryFormFields } from '@/components/treatment-summaries/summary-form-fields'
import { SummaryVersions } from '@/components/treatment-summaries/summary-versions'
import { pageRead } from '@/lib/accounts/page-read'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getTreatmentSummary, type SummaryPage } from '@/lib/treatment-summaries/queries'
import { sendTreatmentSummaryAction } from './actions'

export const metadata: Metadata = { title: 'Send the treatment summary' }

type Props = { params: Promise<{ patientId: string; summaryId: string }> }

export default async function SendTreatmentSummaryPage({ params }: Props) {
  const { patientId, summaryId } = await params
  const page = await pageRead((actor) =>
    getTreatmentSummary(actor, { patientId, summaryId }, ['sent_treatment_summary', 'create']),
  )
  const { summary } = page
  const [standing] = summary.versions
  const back = routes.treatmentSummary(patientId, summary.id)
  return (
    <Main before={<BackLink href={back}>Back to the summary</BackLink>}>
      <ActionForm action={sendTreatmentSummaryAction}>
        <h1>Send the treatment summary</h1>
        <p>{standingWords(page)}</p>
        {standing && page.maySend ? (
          <>
            <SummaryFormFields summary={summary} />
            <HiddenInput name="number" value={String(standing.number)} />
            <SendingFields practice={page.practice} today={today()} />
            <Button>Record</Button>
          </>
        ) : null}
      </ActionForm>
      <p>
        If nobody at the practice has an account here,{' '}
        <a href={routes.treatmentSummaryLinks(patientId, summary.id)}>make a link for the practice</a>: with
        it they read the summary and answer what it asks.
      </p>
      <SummaryVersions summary={summary} />
    </Main>
  )
}

function standingWords({ summary: { person, versions }, practice }: SummaryPage): string {
  if (person.diedOn) return 'This person has died: nothing more is sent.'
  if (versions.length === 0) return 'It is not signed yet. Sign it, then send it.'
  if (!practice) return 'No practice is known for this person. Record the practice, or find another way.'
  return person.sharesWithPractice
    ? `The person is registered with ${practice} and shares with it.`
    : `The person is registered with ${practice} and does not share with it. Ask them which way they want.`
}
