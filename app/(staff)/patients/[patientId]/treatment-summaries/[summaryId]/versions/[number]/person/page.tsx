import type { Metadata } from 'next'
import { AlteredWarning } from '@/components/care-plans/altered-warning'
import { PrintButton } from '@/components/care-plans/print-button'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { PersonCopy } from '@/components/treatment-summaries/person-copy'
import { pageRead } from '@/lib/accounts/page-read'
import { routes } from '@/lib/platform/routes'
import { personView } from '@/lib/treatment-summaries/person-view'
import { getSummaryVersion } from '@/lib/treatment-summaries/version-queries'

export const metadata: Metadata = { title: 'The person’s copy' }

type Props = { params: Promise<{ patientId: string; summaryId: string; number: string }> }

export default async function PersonCopyPage({ params }: Props) {
  const wanted = await params
  const { patientId, summaryId } = wanted
  const version = await pageRead((actor) => getSummaryVersion(actor, wanted))
  return (
    <Main
      before={<BackLink href={routes.treatmentSummary(patientId, summaryId)}>Back to the summary</BackLink>}
    >
      <h1 className="app-screen-only">The person’s copy, version {version.number}</h1>
      <PrintButton />
      <AlteredWarning isIntact={version.isIntact} />
      <PersonCopy view={personView(version)} />
    </Main>
  )
}
