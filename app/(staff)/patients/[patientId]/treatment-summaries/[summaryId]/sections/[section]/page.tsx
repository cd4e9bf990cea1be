import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SectionFields } from '@/components/treatment-summaries/section-fields'
import { SummaryFormFields } from '@/components/treatment-summaries/summary-form-fields'
import { pageRead } from '@/lib/accounts/page-read'
import { routes } from '@/lib/platform/routes'
import { readSection } from '@/lib/treatment-summaries/draft-content'
import { getTreatmentSummary } from '@/lib/treatment-summaries/queries'
import { isSectionName, sectionOf } from '@/lib/treatment-summaries/sections'
import { changeSummarySectionAction } from './actions'

export const metadata: Metadata = { title: 'Section of the treatment summary' }

type Props = { params: Promise<{ patientId: string; summaryId: string; section: string }> }

export default async function SummarySectionPage({ params }: Props) {
  const { patientId, summaryId, section } = await params
  const { summary } = await pageRead((actor) =>
    getTreatmentSummary(actor, { patientId, summaryId }, ['treatment_summary', 'update']),
  )
  if (!isSectionName(section)) notFound()
  const back = routes.treatmentSummary(patientId, summary.id)
  return (
    <Main before={<BackLink href={back}>Back to the summary</BackLink>}>
      <ActionForm action={changeSummarySectionAction}>
        <h1>{sectionOf(section).title}</h1>
        {summary.isDraft ? null : <p>This summary is signed. Open it to be amended to change it.</p>}
        <SummaryFormFields summary={summary} />
        <HiddenInput name="section" value={section} />
        <SectionFields name={section} section={readSection(summary.content, section)} />
        {summary.isDraft ? <Button>Save</Button> : null}
      </ActionForm>
    </Main>
  )
}
