import type { Metadata } from 'next'
import { AlteredWarning } from '@/components/care-plans/altered-warning'
import { PrintButton } from '@/components/care-plans/print-button'
import { DocumentView } from '@/components/documents/document-view'
import { DownloadLinks } from '@/components/documents/download-links'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { pageRead } from '@/lib/accounts/page-read'
import { routes } from '@/lib/platform/routes'
import { letterDocument } from '@/lib/treatment-summaries/letter-document'
import { letterView } from '@/lib/treatment-summaries/letter-view'
import { getSummaryVersion } from '@/lib/treatment-summaries/version-queries'

export const metadata: Metadata = { title: 'Letter to the practice' }

type Props = { params: Promise<{ patientId: string; summaryId: string; number: string }> }

export default async function SummaryLetterPage({ params }: Props) {
  const wanted = await params
  const { patientId, summaryId } = wanted
  const version = await pageRead((actor) => getSummaryVersion(actor, wanted))
  return (
    <Main
      before={<BackLink href={routes.treatmentSummary(patientId, summaryId)}>Back to the summary</BackLink>}
    >
      <h1 className="app-screen-only">Letter to the practice, version {version.number}</h1>
      <DownloadLinks
        isIntact={version.isIntact}
        files={[
          {
            href: routes.treatmentSummaryLetterPdf(patientId, summaryId, version.number),
            label: 'Download the letter as a PDF',
          },
        ]}
      />
      <PrintButton />
      <AlteredWarning isIntact={version.isIntact} />
      {version.number < version.newestNumber ? (
        <p className="app-screen-only">
          A later version stands:{' '}
          <a href={routes.treatmentSummaryLetter(patientId, summaryId, version.newestNumber)}>
            version {version.newestNumber}
          </a>
          .
        </p>
      ) : null}
      <DocumentView document={letterDocument(letterView(version))} headingsBelow={1} />
    </Main>
  )
}
