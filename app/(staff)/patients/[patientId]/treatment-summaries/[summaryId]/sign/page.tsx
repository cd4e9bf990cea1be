import type { Metadata } from 'next'
import { DocumentView } from '@/components/documents/document-view'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { Main } from '@/components/nhs/main'
import { WarningCallout } from '@/components/nhs/warning-callout'
import { SummaryFormFields } from '@/components/treatment-summaries/summary-form-fields'
import { UnprintableWarning } from '@/components/treatment-summaries/unprintable-warning'
import { requireActor } from '@/lib/accounts/current-actor'
import { pageRead } from '@/lib/accounts/page-read'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { frozenSummaryOf } from '@/lib/treatment-summaries/frozen-summary'
import { letterDocument, letterFirstBlocks } from '@/lib/treatment-summaries/letter-document'
import { letterView } from '@/lib/treatment-summaries/letter-view'
import { getTreatmentSummary, type SummaryPage } from '@/lib/treatment-summaries/queries'
import { sectionOf } from '@/lib/treatment-summaries/sections'
import { unprintableIn } from '@/lib/treatment-summaries/summary-pdf'
import { signTreatmentSummaryAction } from './actions'

export const metadata: Metadata = { title: 'Sign the treatment summary' }

type Props = { params: Promise<{ patientId: string; summaryId: string }> }

export default async function SignTreatmentSummaryPage({ params }: Props) {
  const { patientId, summaryId } = await params
  const { givenName, familyName } = await requireActor()
  const page = await pageRead((actor) =>
    getTreatmentSummary(actor, { patientId, summaryId }, ['treatment_summary', 'sign']),
  )
  const { summary, missing, maySign } = page
  const back = routes.treatmentSummary(patientId, summary.id)
  const before = <BackLink href={back}>Back to the summary</BackLink>
  if (missing.length > 0 || !summary.isDraft || !maySign)
    return (
      <Main before={before}>
        <h1>The summary cannot be signed</h1>
        <WhyNot page={page} />
      </Main>
    )
  const signed = { on: today(), by: `${givenName} ${familyName}` }
  const number = (summary.versions[0]?.number ?? 0) + 1
  const draft = { number, content: frozenSummaryOf(summary, summary.content, signed), changes: [] }
  const view = letterView(draft)
  return (
    <Main before={before}>
      <ActionForm action={signTreatmentSummaryAction}>
        <h1>Sign the treatment summary</h1>
        <UnprintableWarning words={unprintableIn(draft)} />
        <p>{whereItGoes(page)}</p>
        <p>Once signed, this version is kept as it is. Later changes make a next version.</p>
        <SummaryFormFields summary={summary} />
        <Button>Sign the summary</Button>
      </ActionForm>
      <p>What the practice sees first:</p>
      <DocumentView
        document={{ ...letterDocument(view), blocks: letterFirstBlocks(view) }}
        headingsBelow={1}
      />
    </Main>
  )
}

function whereItGoes({ practice, summary: { person } }: SummaryPage): string {
  if (!practice) return 'No practice is known: it is not sent, and finding a way is on the worklist.'
  return person.sharesWithPractice
    ? `It is sent to ${practice} at once, with what it asks of the practice.`
    : `The person does not share with ${practice}: it is not sent, and finding a way is on the worklist.`
}

function WhyNot({ page: { summary, missing, maySign } }: { page: SummaryPage }) {
  if (!summary.isDraft) return <p>It is signed already. Amend it to write the next version.</p>
  if (!maySign) return <p>Only a clinician of {summary.team.name} signs it, while the person lives.</p>
  return (
    <WarningCallout heading="Still to be filled" headingLevel={2}>
      <ul>
        {missing.map(({ section, words }) => (
          <li key={`${section} ${words}`}>
            <a href={routes.treatmentSummarySection(summary.patientId, summary.id, section)}>
              {sectionOf(section).title}: {words}
            </a>
          </li>
        ))}
      </ul>
    </WarningCallout>
  )
}
