import type { Metadata } from 'next'
import { ActionLink } from '@/components/nhs/action-link'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { Tag } from '@/components/nhs/tag'
import { GivenUp } from '@/components/tasks/given-up'
import { SummaryVersions } from '@/components/treatment-summaries/summary-versions'
import { pageRead } from '@/lib/accounts/page-read'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { listTreatmentSummaries } from '@/lib/treatment-summaries/queries'

export const metadata: Metadata = { title: 'Treatment summaries' }

type Props = { params: Promise<{ patientId: string }> }

export default async function TreatmentSummariesPage({ params }: Props) {
  const { patientId } = await params
  const { summaries, mayStart, givenUp } = await pageRead((actor) => listTreatmentSummaries(actor, patientId))
  return (
    <Main before={<BackLink href={routes.patient(patientId)} />}>
      <h1>Treatment summaries</h1>
      {mayStart ? (
        <ActionLink href={routes.newTreatmentSummary(patientId)}>Start a treatment summary</ActionLink>
      ) : null}
      {summaries.length === 0 ? <p>No treatment has been summed up yet.</p> : null}
      {summaries.map((summary) => (
        <section key={summary.id} aria-labelledby={`summary-${summary.id}`}>
          <h2 id={`summary-${summary.id}`}>
            <a href={routes.treatmentSummary(patientId, summary.id)}>
              {summary.phase}, ended {formatDateForStaff(summary.phaseEndedOn)}
            </a>{' '}
            {summary.isDraft ? <Tag colour="blue">Being written</Tag> : <Tag colour="green">Signed</Tag>}
          </h2>
          <p>{summary.team.name}</p>
          <SummaryVersions summary={summary} />
        </section>
      ))}
      <GivenUp facts={givenUp} />
    </Main>
  )
}
