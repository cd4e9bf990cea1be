import type { Metadata } from 'next'
import { BackLink } from '@/components/nhs/back-link'
import { ButtonLink } from '@/components/nhs/button'
import { Main } from '@/components/nhs/main'
import { Table } from '@/components/nhs/table'
import { ResultTag } from '@/components/results/result-tag'
import { pageRead } from '@/lib/accounts/page-read'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { listResults } from '@/lib/results/queries'

export const metadata: Metadata = { title: 'Results' }

type Props = { params: Promise<{ patientId: string }> }

export default async function ResultsPage({ params }: Props) {
  const { patientId } = await params
  const { results, mayFile } = await pageRead((actor) => listResults(actor, patientId))
  const standing = results.filter(({ isStanding }) => isStanding)
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Record</BackLink>}>
      <h1>Results</h1>
      {mayFile ? <ButtonLink href={routes.newResult(patientId)}>File a result</ButtonLink> : null}
      {standing.length === 0 ? (
        <p>No result has been filed yet.</p>
      ) : (
        <Table
          responsive
          caption="Latest sample first"
          columns={[{ label: 'What' }, { label: 'Result' }, { label: 'Sample' }, { label: 'State' }]}
          rows={standing.map((result) => ({
            key: result.id,
            cells: [
              <a href={routes.result(patientId, result.id)} key="name">
                {result.name}
                <span className="nhsuk-u-visually-hidden"> of {formatDateForStaff(result.sampledOn)}</span>
              </a>,
              result.notes ? `${result.words}. The laboratory wrote: ${result.notes}` : result.words,
              formatDateForStaff(result.sampledOn),
              <ResultTag result={result} key="state" />,
            ],
          }))}
        />
      )}
    </Main>
  )
}
