import type { Metadata } from 'next'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { ReleasedResultsTable } from '@/components/results/released-results-table'
import { pageRead } from '@/lib/accounts/page-read'
import { routes } from '@/lib/platform/routes'
import { listReleasedResults } from '@/lib/results/released-results'

export const metadata: Metadata = { title: 'Results' }

type Props = { params: Promise<{ patientId: string }> }

export default async function ReleasedResultsPage({ params }: Props) {
  const { patientId } = await params
  const results = await pageRead((actor) => listReleasedResults(actor, patientId))
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Record</BackLink>}>
      <h1>Results of follow-up tests</h1>
      <p>The hospital team has looked at these, or a rule that it approved lets them be known.</p>
      {results.length === 0 ? (
        <p>The hospital team has released no result yet.</p>
      ) : (
        <ReleasedResultsTable results={results} />
      )}
    </Main>
  )
}
