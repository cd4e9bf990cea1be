import type { Metadata } from 'next'
import { DocumentView } from '@/components/documents/document-view'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { pageRead } from '@/lib/accounts/page-read'
import { getOwnFollowUp } from '@/lib/follow-up/get-own-follow-up'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'My follow-up, for the person' }

type Props = { params: Promise<{ patientId: string; pathwayId: string }> }

export default async function OwnFollowUpPage({ params }: Props) {
  const place = await params
  const { sheet } = await pageRead((actor) => getOwnFollowUp(actor, place))
  return (
    <Main before={<BackLink href={routes.followUp(place.patientId)}>Back to follow-up</BackLink>}>
      <p className="app-screen-only">
        For the person to keep: one sheet of paper in large print.{' '}
        <a href={routes.ownFollowUpPdf(place.patientId, place.pathwayId)}>Print it from the PDF</a>
      </p>
      <p className="app-print-only">{sheet.identifiers.join(', ')}</p>
      <DocumentView document={sheet} />
    </Main>
  )
}
