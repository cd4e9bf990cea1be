import type { Metadata } from 'next'
import { AlteredWarning } from '@/components/care-plans/altered-warning'
import { PrintButton } from '@/components/care-plans/print-button'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { Letter } from '@/components/treatment-summaries/letter'
import { SummaryChanges } from '@/components/treatment-summaries/summary-versions'
import { pageRead } from '@/lib/accounts/page-read'
import { routes } from '@/lib/platform/routes'
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
      <Letter view={letterView(version)} />
      <h2>What changed</h2>
      <SummaryChanges changes={version.changes} isFirst={version.number === 1} />
    </Main>
  )
}
