import type { Metadata } from 'next'
import { AlteredWarning } from '@/components/care-plans/altered-warning'
import { PrintButton } from '@/components/care-plans/print-button'
import { DocumentView } from '@/components/documents/document-view'
import { DownloadLinks } from '@/components/documents/download-links'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { pageRead } from '@/lib/accounts/page-read'
import { routes } from '@/lib/platform/routes'
import { personDocument } from '@/lib/treatment-summaries/person-document'
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
      <DownloadLinks
        isIntact={version.isIntact}
        files={[
          {
            href: routes.treatmentSummaryForPersonPdf(patientId, summaryId, version.number),
            label: 'Download the person’s copy as a PDF',
          },
          {
            href: routes.treatmentSummaryForPersonLargePdf(patientId, summaryId, version.number),
            label: 'Download the person’s copy in large print as a PDF',
          },
        ]}
      />
      <PrintButton />
      <AlteredWarning isIntact={version.isIntact} />
      <DocumentView document={personDocument(personView(version))} headingsBelow={1} />
    </Main>
  )
}
